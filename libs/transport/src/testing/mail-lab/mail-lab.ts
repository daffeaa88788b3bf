import { readFile, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { emptied, lettersIn } from './maildir.js';
import { flushed, queueOf, withoutQueue, type Queued } from './queue.js';
import { scanned, type Envelope, type Scan } from './scan.js';
import { turnAt } from './turn.js';

/** Ports of the provider, and of the hub whose domain it knows; `turn` is nobody's: it is held by the spec whose turn it is. */
const ports = { smtp: 12525, hub: 12600, turn: 12601, scan: 12333 } as const;
const domain = 'lille.exemple.test';

const folder = process.env['RELAIS_MAIL_LAB'];
const required = (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes('mail');

/** How long a spec waits for its turn: as long as all the others take. */
const forItsTurn = 15 * 60_000;

/** How often is looked whether something is there, in milliseconds: the provider tells nobody what it did. */
const glance = 50;

/**
 * A real mail provider on this machine, for people of exemple.test; who started it says in RELAIS_MAIL_LAB in which folder it is
 * (decision 25 says what is in there). It is one spec's at a time: whoever opens it waits until the one before has closed it.
 */
export class MailLab {
  /** Hands letters to the provider. */
  readonly smtpUrl = `smtp://127.0.0.1:${ports.smtp}?ignoreTLS=true`;
  /** Whatever is written to {@link domain} is brought here: bounces, answers, unsubscriptions. Nobody listens before a test does. */
  readonly hubSmtp = { host: '127.0.0.1', port: ports.hub } as const;
  readonly domain = domain;
  /** The only name server that knows the domains of the lab. */
  readonly nameServer = '127.0.0.54';
  readonly dkim: Readonly<{ domain: string; selector: string; keyFile: string }>;
  readonly logFile: string;
  /** The environment of a hub that writes from {@link domain}, signed with the key that the provider knows. */
  readonly environment: Readonly<Record<string, string>>;
  /** Called when the spec is done. */
  readonly close: () => Promise<void>;

  private constructor(
    readonly folder: string,
    close: () => Promise<void>,
    /** How long its log was when it was opened. */
    private readonly logBegins: number,
  ) {
    this.close = close;
    this.dkim = { domain, selector: 's1', keyFile: join(folder, 'dkim', 's1.private') };
    this.logFile = join(folder, 'postfix.log');
    this.environment = {
      ...{
        SMTP_URL: this.smtpUrl,
        PUBLIC_URL: `https://${domain}`,
        MAIL_FROM: `Assemblée des communs <info@${domain}>`,
      },
      ...{ DKIM_DOMAIN: domain, DKIM_SELECTOR: this.dkim.selector, DKIM_KEY_FILE: this.dkim.keyFile },
    };
  }

  /** Its mailboxes and its queue are empty. */
  static async open(): Promise<MailLab> {
    if (folder === undefined) throw new Error('RELAIS_MAIL_LAB does not name the folder of a mail provider');
    const close = await turnAt(ports.turn);
    const lab = new MailLab(folder, close, (await stat(join(folder, 'postfix.log'))).size);
    try {
      await withoutQueue(lab.#postfix);
      await emptied(join(folder, 'mail'));
      return lab;
    } catch (error) {
      await lab.close();
      throw error;
    }
  }

  get #postfix(): string {
    return join(this.folder, 'pf');
  }

  /** What `name@exemple.test` has, oldest first. */
  letters(name: string): Promise<readonly Buffer[]> {
    return lettersIn(join(this.folder, 'mail', name));
  }

  /** The same, as soon as there are so many. */
  arrived(name: string, count = 1): Promise<readonly Buffer[]> {
    return this.#until(`${count} letters of ${name}`, async () => {
      const letters = await this.letters(name);
      return letters.length >= count ? letters : undefined;
    });
  }

  /** What it wrote into its log since it was opened. */
  async log(): Promise<string> {
    return (await readFile(this.logFile)).subarray(this.logBegins).toString();
  }

  /** The first match in its log, as soon as there is one. */
  logged(pattern: RegExp): Promise<RegExpExecArray> {
    return this.#until(`${pattern} in the log`, async () => pattern.exec(await this.log()) ?? undefined);
  }

  queue(): Promise<readonly Queued[]> {
    return queueOf(this.#postfix);
  }

  /** Has it try again now what it could not deliver. */
  flush(): Promise<void> {
    return flushed(this.#postfix);
  }

  /** What its spam filter says of a letter as it was delivered. */
  scan(letter: Buffer, envelope: Pick<Envelope, 'from' | 'to'>): Promise<Scan> {
    return scanned(`http://127.0.0.1:${ports.scan}`, letter, { ip: '127.0.0.1', helo: `mx.${domain}`, ...envelope });
  }

  /** A mail of anybody to anybody, such as a bounce or a wish to leave; `envelope` where it is not what the headers say. */
  async deliver(mail: SendMailOptions): Promise<void> {
    const transport = createTransport({ host: '127.0.0.1', port: ports.smtp, ignoreTLS: true });
    try {
      await transport.sendMail(mail);
    } finally {
      transport.close();
    }
  }

  async #until<Seen>(what: string, look: () => Promise<Seen | undefined>): Promise<Seen> {
    const end = Date.now() + 50_000;
    for (;;) {
      const seen = await look();
      if (seen !== undefined) return seen;
      if (Date.now() > end)
        throw new Error(`the provider never had ${what}; the end of its log:\n${await this.#tail()}`);
      await new Promise((resolve) => setTimeout(resolve, glance));
    }
  }

  async #tail(): Promise<string> {
    return (await this.log()).split('\n').slice(-20).join('\n');
  }
}

/** `describe` where a mail provider runs, or must; a named skip elsewhere. Its tests share one, opened before the first. */
export const describeWithMail = (name: string, tests: (lab: () => MailLab) => void): void => {
  const here = folder !== undefined && existsSync(join(folder, 'postfix.log'));
  const run = here || required ? describe : describe.skip;
  run(`${name} (needs mail)`, () => {
    if (!here && required)
      return it('finds a mail provider', () => expect(folder ?? 'RELAIS_MAIL_LAB').toBe('the folder of one that runs'));
    let lab: MailLab | undefined;
    beforeAll(async () => {
      lab = await MailLab.open();
    }, forItsTurn);
    afterAll(() => lab?.close());
    tests(() => {
      if (lab === undefined)
        throw new Error('the mail provider is opened before the first test, not while they are named');
      return lab;
    });
  });
};
