import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What is sent: how often, over how many sessions, and to whom; `numbered` puts a number in front of each receiver's name. */
export type Sent = Readonly<{ letters: number; sessions: number; to: string; numbered: boolean }>;

/** The peer: Postfix's own generator of letters, which sends one and the same over sessions that it keeps open. */
export class SmtpSource {
  readonly #server: string;
  readonly #from: string;
  readonly #file: string;

  /** `file` is where the letter is put, for the program reads it from there. */
  constructor(server: string, from: string, file: string) {
    [this.#server, this.#from, this.#file] = [server, from, file];
  }

  /** A letter as it lay in a mailbox: sent is what its first signature stands before. */
  async letter(delivered: Buffer): Promise<void> {
    const text = delivered.toString('latin1').replaceAll('\r\n', '\n');
    const begin = text.search(/^DKIM-Signature:/m);
    if (begin < 0) throw new Error('the letter of the hub is not signed');
    await writeFile(this.#file, text.slice(begin), 'latin1');
  }

  /** Resolves when each letter was taken; rejects at the first that was not. */
  async send({ letters, sessions, to, numbered }: Sent): Promise<void> {
    const whom = ['-f', this.#from, '-t', to, ...(numbered ? ['-N'] : [])];
    const amount = ['-d', '-s', String(Math.min(sessions, letters)), '-m', String(letters)];
    await run('smtp-source', ['-4', ...amount, ...whom, '-F', this.#file, this.#server], {
      env: { PATH: `${process.env['PATH']}:/usr/sbin` },
    });
  }
}
