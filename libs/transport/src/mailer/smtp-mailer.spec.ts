import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import PostalMime from 'postal-mime';
import type { SMTPServerOptions } from 'smtp-server';
import { describeMailer, freely, letterOf } from '../testing/mailer.conformance.js';
import { startFailingSmtp, startSmtp, type Phase, type Provider } from '../testing/smtp-server.js';
import type { Delivery } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

describeMailer(
  'SMTP',
  async () => {
    const server = await startSmtp();
    return {
      mailer: new SmtpMailer({ url: `smtp://127.0.0.1:${server.port}` }),
      letters: async () => server.taken.map(({ raw }) => raw),
      close: server.close,
    };
  },
  { remembers: false },
);

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
const certified = { key: fixture('localhost.key.pem'), cert: fixture('localhost.certificate.pem') };
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});
const opening = <Opened extends { close(): Promise<void> }>(one: Opened): Opened => {
  opened.push(one);
  return one;
};
const mailerTo = ({ port }: Pick<Provider, 'port'>, { scheme = 'smtp', user = '', query = '' } = {}): SmtpMailer =>
  opening(new SmtpMailer({ url: `${scheme}://${user}localhost:${port}${query}` }));

describe('what became of a letter', () => {
  const outcome = async (phase: Phase, instead: string, message = letterOf()): Promise<Delivery> =>
    mailerTo(opening(await startFailingSmtp(phase, instead))).send(message, freely);

  it.each<[Phase, string, string]>([
    ['MAIL', '550 5.7.1 not from you', '550'],
    ['RCPT', '550 5.1.1 <alice@exemple.test>: no such user', '550'],
    ['RCPT', '552 5.2.2 alice@exemple.test is full', '552'],
    ['RCPT', '553-5.1.3 two\r\n553 5.1.3 lines for alice@exemple.test', '553'],
    ['DATA', '554 5.7.1 no', '554'],
    ['letter', '554 5.7.1 looks like spam to alice@exemple.test', '554'],
    ['beginning', '552 5.3.4 too big', '552'],
  ])('is refused for good, said after %s: %s', async (phase, answer, code) => {
    expect(await outcome(phase, answer)).toEqual({ outcome: 'refused', code, permanent: true });
  });

  it.each<[Phase, string, string]>([
    ['greeting', '421 4.3.2 closing', '421'],
    ['MAIL', '451 4.3.0 later', '451'],
    ['RCPT', '450 4.2.0 <alice@exemple.test> greylisted', '450'],
    ['RCPT', '421 4.7.0 too many connections', '421'],
    ['DATA', '451 4.3.0 later', '451'],
    ['letter', '451 4.3.0 disk full', '451'],
    ['letter', '421 4.3.2 shutting down', '421'],
  ])('is refused for now, said after %s: %s', async (phase, answer, code) => {
    expect(await outcome(phase, answer)).toMatchObject({ outcome: 'refused', code, permanent: false });
  });

  it.each<[Phase, string, true | undefined]>([
    ['MAIL', '421 4.7.0 too many connections', true],
    ['RCPT', '450 4.7.1 slow down', true],
    ['RCPT', '451 4.3.2 system not accepting network messages', true],
    ['DATA', '451 OFR_421 Too many connections, slow down. Trop de connexions, veuillez verifier', true],
    ['RCPT', '421 4.7.28 our system has detected an unusual rate', true],
    ['letter', '421 4.3.2 shutting down', undefined],
    ['MAIL', '421 4.4.2 timeout exceeded', undefined],
    ['RCPT', '450 4.2.0 greylisted', undefined],
    ['RCPT', '452 4.2.2 mailbox full', undefined],
    ['letter', '451 4.3.0 disk full', undefined],
    ['RCPT', '550 5.7.1 too many', undefined],
    ['greeting', '421 4.7.0 too many connections', undefined],
  ])('says whether its domain wants fewer at a time, said after %s: %s', async (phase, answer, wantsFewer) => {
    const delivery = await outcome(phase, answer);
    expect(delivery.outcome === 'refused' && delivery.wantsFewer).toBe(wantsFewer);
  });

  it.each<[Phase, string, string]>([
    ['greeting', '554 5.7.1 no service for your address', '554'],
    ['MAIL', '530 5.7.0 authentication required', '530'],
    ['RCPT', '538 5.7.11 encryption required', '538'],
  ])('is refused for now where it is us who are refused, said after %s: %s', async (phase, answer, code) => {
    expect(await outcome(phase, answer)).toEqual({ outcome: 'refused', code, permanent: false });
  });

  it.each<[Phase, string]>([
    ['greeting', 'cut'],
    ['MAIL', 'cut'],
    ['RCPT', 'cut'],
    ['DATA', 'cut'],
    ['greeting', 'SSH-2.0-OpenSSH_9.2'],
  ])('is refused for now when the line breaks before it left: at %s, %s', async (phase, how) => {
    expect(await outcome(phase, how)).toMatchObject({ outcome: 'refused', permanent: false });
  });

  it('is refused for now when the line breaks in the middle of it', async () => {
    const text = 'Une ligne, et encore une autre.\n'.repeat(300_000);
    expect(await outcome('beginning', 'cut', letterOf({ text, html: '' }))).toMatchObject({
      outcome: 'refused',
      permanent: false,
    });
  });

  it.each(['cut', '354 go on'])('is not known when its end is answered by no answer: %s', async (instead) => {
    const delivery = await outcome('letter', instead);
    expect(delivery).toMatchObject({ outcome: 'unknown' });
    expect(JSON.stringify(delivery)).not.toMatch(/alice|exemple/);
  });

  it('is refused for now when nobody listens', async () => {
    const server = await startSmtp();
    await server.close();
    expect(await mailerTo(server).send(letterOf(), freely)).toMatchObject({ outcome: 'refused', permanent: false });
  });

  it('is refused for now when the name of the server is not known', async () => {
    const mailer = opening(new SmtpMailer({ url: 'smtp://nulle-part.invalid:25' }));
    expect(await mailer.send(letterOf(), freely)).toMatchObject({ outcome: 'refused', permanent: false });
  });

  it.each(['250 ok <alice@exemple.test>', '250 ok "alice b"@exemple.test', '250 ok bounces+alice=exemple.test queued'])(
    'is told without the address that the server quotes: %s',
    async (answer) => {
      const delivery = await outcome('letter', answer);
      expect(delivery).toMatchObject({ outcome: 'accepted' });
      expect(JSON.stringify(delivery)).not.toMatch(/alice|exemple/);
    },
  );
});

describe('the line to the provider', () => {
  it('carries the letters of one after a refusal of another', async () => {
    const server = opening(
      await startSmtp({
        onRcptTo: ({ address }, _session, done) =>
          done(address.startsWith('non') ? Object.assign(new Error('no'), { responseCode: 550 }) : null),
      }),
    );
    const mailer = mailerTo(server);
    const outcomes: string[] = [];
    for (const to of ['non@a.test', 'oui@a.test', 'non@a.test', 'oui@b.test'])
      outcomes.push((await mailer.send(letterOf({ to }), freely)).outcome);
    expect(outcomes).toEqual(['refused', 'accepted', 'refused', 'accepted']);
    expect(server.taken.map(({ to }) => to)).toEqual([['oui@a.test'], ['oui@b.test']]);
  });

  it('keeps apart what became of letters that are handed over at the same time', async () => {
    const answers = [undefined, 550, 451] as const;
    const server = opening(
      await startSmtp({
        onRcptTo: ({ address }, _session, done) => {
          const code = answers[Number(address.split('@')[0]) % 3];
          setImmediate(() => done(code === undefined ? null : Object.assign(new Error('no'), { responseCode: code })));
        },
      }),
    );
    const mailer = mailerTo(server);
    const sent = Array.from({ length: 60 }, (_, n) =>
      mailer.send(letterOf({ to: `${n}@exemple.test`, messageId: `<${n}@relais.test>` }), freely),
    );
    const codes = (await Promise.all(sent)).map((one) => (one.outcome === 'refused' ? Number(one.code) : undefined));
    expect(codes).toEqual(Array.from({ length: 60 }, (_, n) => answers[n % 3]));
    const ids = await Promise.all(
      server.taken.map(async ({ raw, to }) => [to[0], (await PostalMime.parse(raw)).messageId]),
    );
    expect(ids.sort()).toEqual(
      Array.from({ length: 20 }, (_, n) => [`${n * 3}@exemple.test`, `<${n * 3}@relais.test>`]).sort(),
    );
  });

  it('sends with the envelope of the two addresses', async () => {
    const server = opening(await startSmtp());
    await mailerTo(server).send(letterOf(), freely);
    expect(server.taken).toMatchObject([{ from: 'lettre@relais.test', to: ['alice@exemple.test'] }]);
  });

  it('refuses letters once it is closed', async () => {
    const mailer = mailerTo(opening(await startSmtp()));
    await mailer.send(letterOf(), freely);
    await mailer.close();
    expect(await mailer.send(letterOf(), freely)).toMatchObject({ outcome: 'refused', permanent: false });
  });
});

describe('the line’s secrecy', () => {
  type OnAuth = NonNullable<SMTPServerOptions['onAuth']>;
  const onAuth: OnAuth = ({ username, password }, _session, done) =>
    username === 'relais@exemple.test' && password === 'p@ss:/?'
      ? done(null, { user: 'relais' })
      : done(Object.assign(new Error('wrong password'), { responseCode: 535 }));
  const login = { authMethods: ['PLAIN', 'LOGIN'], authOptional: false, onAuth };
  const user = 'relais%40exemple.test:p%40ss%3A%2F%3F@';
  const trusting = getCACertificates('default');
  afterEach(() => setDefaultCACertificates(trusting));
  const trust = (): void => setDefaultCACertificates([...trusting, certified.cert]);

  it('is taken up where the server offers it', async () => {
    trust();
    const server = opening(await startSmtp(certified));
    expect(await mailerTo(server).send(letterOf(), freely)).toMatchObject({ outcome: 'accepted' });
    expect(server.taken).toMatchObject([{ secure: true }]);
  });

  it('is there from the first byte with smtps', async () => {
    trust();
    const server = opening(await startSmtp({ ...certified, secure: true }));
    expect(await mailerTo(server, { scheme: 'smtps' }).send(letterOf(), freely)).toMatchObject({ outcome: 'accepted' });
    expect(server.taken).toMatchObject([{ secure: true }]);
  });

  it('is never given up for a certificate that nobody vouches for', async () => {
    const server = opening(await startSmtp(certified));
    expect(await mailerTo(server).send(letterOf(), freely)).toMatchObject({ outcome: 'refused', permanent: false });
    expect(server.taken).toEqual([]);
  });

  it('is left aside where the address says so', async () => {
    const server = opening(await startSmtp(certified));
    const mailer = mailerTo(server, { query: '?ignoreTLS=true' });
    expect(await mailer.send(letterOf(), freely)).toMatchObject({ outcome: 'accepted' });
    expect(server.taken).toMatchObject([{ secure: false }]);
  });

  it('is insisted on where the address says so', async () => {
    const server = opening(await startSmtp());
    const mailer = mailerTo(server, { query: '?requireTLS=true' });
    expect(await mailer.send(letterOf(), freely)).toMatchObject({ outcome: 'refused', permanent: false });
    expect(server.taken).toEqual([]);
  });

  it('is insisted on before a password is sent', async () => {
    const said: unknown[] = [];
    const listening: OnAuth = (auth, session, done) => {
      said.push(auth.password);
      onAuth(auth, session, done);
    };
    const server = opening(await startSmtp({ ...login, onAuth: listening }));
    expect(await mailerTo(server, { user }).send(letterOf(), freely)).toMatchObject({
      outcome: 'refused',
      permanent: false,
    });
    expect(said).toEqual([]);
  });

  it('protects the name and password, which may hold any character', async () => {
    trust();
    const server = opening(await startSmtp({ ...login, ...certified }));
    expect(await mailerTo(server, { user }).send(letterOf(), freely)).toMatchObject({ outcome: 'accepted' });
    expect(server.taken).toHaveLength(1);
  });

  it('does not make a wrong password a refusal of the letter', async () => {
    const server = opening(await startSmtp({ ...login, allowInsecureAuth: true }));
    const mailer = mailerTo(server, { user: 'relais:wrong@', query: '?ignoreTLS=true' });
    expect(await mailer.send(letterOf(), freely)).toEqual({ outcome: 'refused', code: '535', permanent: false });
  });
});
