/** Personal data encrypted with its person's key, as base64url: all that the log ever holds of it. */
export type Sealed = string;
/** A keyed hash of personal data, by which it is found again without being known. */
export type Lookup = string;
