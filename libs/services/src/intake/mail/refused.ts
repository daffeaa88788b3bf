/** What a mail server answers instead of taking a letter. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly responseCode: 451 | 452 | 550 | 552 | 554,
    message: string,
  ) {
    super(message);
  }
}
