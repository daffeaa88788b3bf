import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { SMTPServer, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { Returns } from '../../returns/returns.js';
import { Deployment } from '../../wiring/deployment.js';
import { Unavailable } from '../../wiring/unavailable.js';
import { Allowance } from '../allowance.js';
import { SignedLinks } from '../signed-links.js';
import { Letters } from './letters.js';
import { Refused } from './refused.js';

const largest = 2_000_000;
const mostRecipients = 10;

/** Where complaints of providers (ARF, RFC 5965) are sent to; the letter that they are about is in them. */
const complaints = /^(?:abuse|plaintes)@/i;

/**
 * Where mail is taken: announcements, and what comes back of letters. Whose it is tells the part of the address before the @. It
 * says that a letter arrived only once what it says is in the log.
 */
@Injectable()
export class MailIntake implements OnApplicationShutdown {
  readonly #logger = new Logger('Intake');
  readonly #allowance = new Allowance(60, 0.1);
  /** After an issue went out to many, much comes back at once. */
  readonly #returning = new Allowance(2_000, 20);
  #server: SMTPServer | undefined;

  constructor(
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(SignedLinks) private readonly links: SignedLinks,
    @Inject(Letters) private readonly letters: Letters,
    @Inject(Returns) private readonly returns: Returns,
  ) {}

  /** The port it listens at, where it does. */
  get port(): number | undefined {
    return (this.#server?.server.address() as AddressInfo | null | undefined)?.port;
  }

  /** Listens where the settings say; nowhere where they say nothing. */
  async start(): Promise<void> {
    const { intakeSmtp } = this.deployment.settings;
    if (intakeSmtp === undefined) return;
    const { SMTPServer } = await import('smtp-server');
    const server = new SMTPServer({
      name: new URL(this.deployment.settings.publicUrl).hostname,
      banner: 'Relais',
      size: largest,
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      maxClients: 20,
      socketTimeout: 60_000,
      closeTimeout: 5_000,
      onRcptTo: ({ address }, session, done) => done(this.#refusal(address, session)),
      onData: (stream, session, done) => {
        this.#take(stream, session).then(
          () => done(null, 'recorded'),
          (error: unknown) => done(this.#answerTo(error)),
        );
      },
    });
    // A line that is cut is its sender's matter: it will try again.
    server.on('error', (error) => this.#logger.debug(`a mail connection: ${error.message}`));
    server.listen(intakeSmtp.port, intakeSmtp.host);
    try {
      await once(server.server, 'listening');
    } catch (error) {
      const { host, port } = intakeSmtp;
      const { code } = error as NodeJS.ErrnoException;
      throw new Unavailable(`mail cannot be taken at ${host}:${port} (${code}): set INTAKE_SMTP to another`, {
        cause: error,
      });
    }
    this.#server = server;
  }

  async onApplicationShutdown(): Promise<void> {
    const server = this.#server;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  #refusal(address: string, { envelope }: SMTPServerSession): Error | null {
    const intake = this.links.mailbox(address);
    const comesBack = intake === undefined && (this.#isForComplaints(address) || this.returns.has(address));
    if (intake === undefined && !comesBack) return new Refused(550, 'no such address here');
    if (envelope.rcptTo.length >= mostRecipients) return new Refused(452, 'too many recipients at once');
    const isAllowed = intake ? this.#allowance.take(intake.description.source) : this.#returning.take('');
    return isAllowed ? null : new Refused(451, 'too many letters: try again later');
  }

  #isForComplaints(address: string): boolean {
    const { returnDomain } = this.deployment.settings;
    return complaints.test(address) && address.toLowerCase().split('@')[1] === returnDomain;
  }

  async #take(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const raw = await wholeLetter(stream);
    const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
    const intakes = new Set(envelope.rcptTo.flatMap(({ address }) => this.links.mailbox(address) ?? []));
    for (const intake of intakes) await this.letters.take(intake, raw, from);
    const others = envelope.rcptTo.map(({ address }) => address).filter((address) => !this.links.mailbox(address));
    if (others.length > 0) await this.#comesBack(raw, from, others);
  }

  async #comesBack(raw: Buffer, from: string, to: readonly string[]): Promise<void> {
    const taken = await this.returns.take(raw, { from, to });
    if (taken === 'later') throw new Refused(451, 'the letter that this is about is not known here yet');
    if (taken === 'not-ours')
      throw new Refused(554, 'only reports of complaints (RFC 5965) about our letters are taken here');
  }

  /** What is wrong with the letter is said for good; what is wrong with us, for now. */
  #answerTo(error: unknown): Error {
    if (error instanceof Refused) return error;
    this.#logger.error(
      'a letter could not be recorded and will come again',
      error instanceof Error ? error.stack : String(error),
    );
    return new Refused(451, 'not recorded for now: try again later');
  }
}

/** All of a letter. What is too long is read to its end, lest the rest be taken for commands, and not kept. */
const wholeLetter = async (stream: SMTPServerDataStream): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      length += part.length;
      if (length <= largest) parts.push(part);
    }
  } catch (error) {
    throw new Refused(451, `the letter broke off: ${(error as Error).message}`);
  }
  if (stream.sizeExceeded || length > largest) throw new Refused(552, `a letter of more than ${largest} bytes`);
  return Buffer.concat(parts);
};
