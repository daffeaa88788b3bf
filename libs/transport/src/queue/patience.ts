/** How long to wait after so many failures in a row, in milliseconds: 1 s, 2 s, 4 s … up to 5 min. */
export const pauseAfter = (failures: number): number => Math.min(1_000 * 2 ** (failures - 1), 300_000);
