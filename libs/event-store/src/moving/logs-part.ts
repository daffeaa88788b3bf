/** Two logs that should be one are not, from some event on; the message says where. Neither was changed after that event. */
export class LogsPart extends Error {
  override readonly name = 'LogsPart';
}
