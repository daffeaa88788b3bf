/** The most that a document may be, decoded: 10 MB. */
export const largest = 10_000_000;

/** The most that a document may unfold to, once it is large: 200 bytes of each. */
export const mostUnfolded = 200;
export const largeFrom = 1_000_000;
