/** What is needed is not there; the message says all that somebody needs to know, and what to do. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}
