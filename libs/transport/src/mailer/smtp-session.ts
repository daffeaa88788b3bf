import type { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Composed } from './composing.js';
import type { SmtpSettings } from './smtp-settings.js';

type Done<Result> = (error?: Error | null, result?: Result) => void;

/** An open connection to a server that has taken us in. */
export class SmtpSession {
  readonly #connection: SMTPConnection;
  #letters = 0;

  private constructor({ connection }: SmtpSettings) {
    this.#connection = new SMTPConnection(connection);
    // A server may hang up while no step waits for it; that is seen at the next one.
    this.#connection.on('error', () => undefined);
  }

  /** Resolves after greeting, TLS and password, each as the settings want it; rejects with what kept us out. */
  static async open(settings: SmtpSettings): Promise<SmtpSession> {
    const session = new SmtpSession(settings);
    const { login } = settings;
    try {
      await session.#step<void>((done) => session.#connection.connect(done));
      if (login && session.#connection.allowsAuth)
        await session.#step<boolean>((done) => session.#connection.login({ ...login }, done));
    } catch (error) {
      session.close();
      throw error;
    }
    return session;
  }

  /** How many were begun over it. */
  get letters(): number {
    return this.#letters;
  }

  get isOpen(): boolean {
    return !this.#connection.destroyed;
  }

  /** The envelope, then the stream from the server's go-ahead on; resolves to its answer after the end. */
  async send(envelope: Composed['envelope'], stream: Readable): Promise<string> {
    this.#letters++;
    const sent = await this.#step<{ response: string }>((done) =>
      this.#connection.send({ from: envelope.from, to: envelope.to }, stream, done),
    );
    return sent?.response ?? '';
  }

  /** Forgets a letter that was refused, so that another can follow. */
  async reset(): Promise<void> {
    await this.#step<boolean>((done) => this.#connection.reset(done));
  }

  /** Takes leave. */
  quit(): void {
    this.#connection.quit();
  }

  /** Hangs up, in the middle of a letter too: then it was not taken. */
  close(): void {
    this.#connection.close();
  }

  /** nodemailer calls back when a step is done, but not always when the connection ends meanwhile. */
  async #step<Result>(begin: (done: Done<Result>) => void): Promise<Result | undefined> {
    let fail: (error: Error) => void = () => undefined;
    // The reason, where there is one, comes right after the end.
    const ended = (): unknown =>
      setImmediate(() => fail(Object.assign(new Error('the connection ended'), { code: 'ECONNECTION' })));
    try {
      return await new Promise<Result | undefined>((resolve, reject) => {
        fail = reject;
        this.#connection.on('error', reject).on('end', ended);
        begin((error, result) => (error ? reject(error) : resolve(result)));
      });
    } finally {
      this.#connection.off('error', fail).off('end', ended);
    }
  }
}
