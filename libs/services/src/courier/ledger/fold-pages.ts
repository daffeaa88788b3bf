/**
 * So many events at a time while the past of a hundred thousand people is folded: with pages of a thousand, what was read would outlive
 * the young generation, and the process would grow to twice what it keeps.
 */
export const pageOfFold = 100;
