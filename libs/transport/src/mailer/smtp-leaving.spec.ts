import { EventEmitter, once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { freely, letterOf } from '../testing/mailer.conformance.js';
import { startFailingSmtp, startSmtp, type Phase } from '../testing/smtp-server.js';
import type { MayLeave } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const end = '\r\n.\r\n';

/** The wire to a server: what was said on it, who listens, and a pair of pliers. */
class Wire {
  /** What each connection carried to the server. */
  readonly said: string[] = [];
  /** Whether the server's side is cut as soon as it is spoken to. */
  cutAtNextWord = false;
  readonly #heard = new EventEmitter();
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((client) => {
    const at = this.said.push('') - 1;
    const server = connect(this.to, '127.0.0.1');
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
    }
    client.on('data', (bytes) => {
      if (this.cutAtNextWord) return this.cut();
      this.said[at] += bytes.toString('latin1');
      server.write(bytes);
      this.#heard.emit('heard');
    });
    server.pipe(client);
    client.on('end', () => server.end());
  });

  private constructor(private readonly to: number) {}

  static async to({ port }: { port: number }): Promise<Wire> {
    const wire = new Wire(port);
    wire.#server.listen(0, '127.0.0.1');
    await once(wire.#server, 'listening');
    return wire;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Resolves as soon as this was said. */
  async heard(words: string): Promise<void> {
    while (!this.said.join('').includes(words)) await once(this.#heard, 'heard');
  }

  cut(): void {
    this.cutAtNextWord = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});
const opening = <Opened extends { close(): Promise<void> }>(one: Opened): Opened => {
  opened.push(one);
  return one;
};
const mailerTo = ({ port }: { port: number }): SmtpMailer =>
  opening(new SmtpMailer({ url: `smtp://127.0.0.1:${port}` }));
const wired = async () => {
  const server = opening(await startSmtp());
  const wire = opening(await Wire.to(server));
  return { server, wire, mailer: mailerTo(wire) };
};

describe('a letter that may leave', () => {
  it.each([
    ['short', 'Bonjour.\n'],
    ['long', 'Une ligne, et encore une autre.\n'.repeat(50_000)],
  ])('is on the wire but for its end while it is asked about: a %s one', async (_length, text) => {
    const { server, wire, mailer } = await wired();
    const [before, after]: [string[], unknown[]] = [[], []];
    const { outcome } = await mailer.send(letterOf({ text, html: '<p>La fin</p>' }), async () => {
      // The last boundary is the last line of the letter.
      await wire.heard('<p>La fin</p>\r\n--=_');
      await wire.heard('--\r\n');
      before.push(...wire.said);
      return true;
    });
    after.push(outcome, server.taken.length);
    expect(before).toEqual([expect.not.stringContaining(end)]);
    expect(after).toEqual(['accepted', 1]);
    expect(wire.said[0]).toContain(end);
  });

  it.each<[Phase, string, number]>([
    ['greeting', '554 no', 0],
    ['MAIL', '550 no', 0],
    ['RCPT', '451 later', 0],
    ['DATA', '554 no', 0],
    ['greeting', 'cut', 0],
    ['DATA', 'cut', 0],
    ['letter', '554 no', 1],
    ['letter', 'cut', 1],
  ])(
    'is asked about only when nothing but its end is missing: %s answered by %s, %d times',
    async (phase, how, times) => {
      const asked: string[] = [];
      await mailerTo(opening(await startFailingSmtp(phase, how))).send(letterOf(), async () => asked.push(phase) > 0);
      expect(asked).toHaveLength(times);
    },
  );

  it('is not asked about while most of it is still to go', async () => {
    const asked: string[] = [];
    const text = 'Une ligne, et encore une autre.\n'.repeat(300_000);
    const mailer = mailerTo(opening(await startFailingSmtp('beginning', 'cut')));
    await mailer.send(letterOf({ text, html: '' }), async () => asked.push('too early') > 0);
    expect(asked).toEqual([]);
  });

  it('leaves although the mailer is closed meanwhile', async () => {
    const { server, mailer } = await wired();
    const mayLeave: MayLeave = async () => {
      await mailer.close();
      return true;
    };
    expect(await mailer.send(letterOf(), mayLeave)).toMatchObject({ outcome: 'accepted' });
    expect(server.taken).toHaveLength(1);
  });
});

describe('a letter that is kept', () => {
  it('never ends on the wire', async () => {
    const { server, wire, mailer } = await wired();
    expect(await mailer.send(letterOf(), async () => false)).toEqual({ outcome: 'kept' });
    expect(await mailer.send(letterOf(), freely)).toMatchObject({ outcome: 'accepted' });
    expect(wire.said).toEqual([expect.not.stringContaining(end), expect.stringContaining(end)]);
    expect(server.taken).toHaveLength(1);
  });
});

describe('a connection', () => {
  it('carries one letter after another', async () => {
    const { wire, mailer } = await wired();
    for (let n = 0; n < 3; n++) await mailer.send(letterOf(), freely);
    expect(wire.said).toHaveLength(1);
    expect(wire.said[0]?.split(end)).toHaveLength(4);
  });

  it('is one of eight, however many letters there are', async () => {
    const { server, wire, mailer } = await wired();
    await Promise.all(Array.from({ length: 40 }, () => mailer.send(letterOf(), freely)));
    expect(server.taken).toHaveLength(40);
    expect(wire.said).toHaveLength(8);
  });

  it('is opened again when the server hung up since the last letter', async () => {
    const { server, wire, mailer } = await wired();
    await mailer.send(letterOf(), freely);
    wire.cut();
    expect(await mailer.send(letterOf(), freely)).toMatchObject({ outcome: 'accepted' });
    expect([wire.said.length, server.taken.length]).toEqual([2, 2]);
  });

  it('is opened again when the server hangs up as the next letter begins, which is asked about once', async () => {
    const { server, wire, mailer } = await wired();
    const asked: string[] = [];
    await mailer.send(letterOf(), freely);
    wire.cutAtNextWord = true;
    expect(await mailer.send(letterOf(), async () => asked.push('second') > 0)).toMatchObject({ outcome: 'accepted' });
    expect([asked.length, wire.said.length, server.taken.length]).toEqual([1, 2, 2]);
  });

  it('is kept after a refused receiver, and given up after a refused letter', async () => {
    const refusals = [550, 554];
    const refuse = (done: (error: Error) => void): void =>
      done(Object.assign(new Error('no'), { responseCode: refusals.shift() }));
    const server = opening(
      await startSmtp({
        onRcptTo: ({ address }, _session, done) => (address.startsWith('non') ? refuse(done) : done()),
        onData: (stream, _session, done) => void stream.resume().on('end', () => refuse(done)),
      }),
    );
    const wire = opening(await Wire.to(server));
    const mailer = mailerTo(wire);
    await mailer.send(letterOf({ to: 'non@exemple.test' }), freely);
    expect(await mailer.send(letterOf(), freely)).toMatchObject({ outcome: 'refused', code: '554' });
    expect(wire.said).toHaveLength(1);
    await mailer.send(letterOf(), freely);
    expect(wire.said).toHaveLength(2);
  });
});
