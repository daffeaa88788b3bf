/** What is tried cannot be: the message says in one line what is wrong with it. */
export class Untriable extends Error {
  override readonly name = 'Untriable';
}
