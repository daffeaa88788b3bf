import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { describeWithMail, freely, letterOf } from '../../testing/index.js';
import type { Message } from '../mailer.js';
import { SmtpMailer } from '../smtp-mailer.js';
import { MtaLog } from './mta-log.js';

const end = '\r\n.\r\n';

/** A line to the provider that is cut as soon as the end of a letter has gone over it: whoever sent it has no answer. */
const cutAfterTheEnd = async (smtpUrl: string): Promise<Server> => {
  const server = createServer((client) => {
    const provider = connect(Number(new URL(smtpUrl).port), '127.0.0.1');
    let last = '';
    client
      .on('error', () => undefined)
      .on('data', (bytes) => {
        last = (last + bytes.toString('latin1')).slice(-end.length);
        provider.write(bytes);
        if (last === end) client.destroy();
      });
    // Its answer to the end comes back to nobody.
    provider.on('error', () => undefined).on('data', (bytes) => client.destroyed || client.write(bytes));
    client.on('close', () => provider.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

describeWithMail('a letter of which nobody heard whether it was taken', (lab) => {
  const letterTo = (name: string, text = 'Bonjour.'): Message =>
    letterOf({ messageId: `<${name}.${Date.now()}@lille.exemple.test>`, to: `${name}@exemple.test`, text });
  const before = (): string => new Date(Date.now() - 1_000).toISOString();
  const mailers: SmtpMailer[] = [];
  const mailerTo = (url: string): SmtpMailer => {
    const mailer = new SmtpMailer({ url, mtaLog: new MtaLog({ path: lab().logFile }) });
    mailers.push(mailer);
    return mailer;
  };
  afterEach(async () => {
    for (const mailer of mailers.splice(0)) await mailer.close();
  });

  it('was taken, says the log, when the line broke after its end', async () => {
    const line = await cutAfterTheEnd(lab().smtpUrl);
    const mailer = mailerTo(`smtp://127.0.0.1:${(line.address() as AddressInfo).port}?ignoreTLS=true`);
    const [letter, handedOver] = [letterTo('p1'), before()];
    expect(await mailer.send(letter, freely)).toMatchObject({ outcome: 'unknown' });
    expect(await lab().arrived('p1')).toHaveLength(1);
    expect(await mailer.wasAccepted(letter.messageId, handedOver)).toBe(true);
    line.close();
  });

  it('was not taken, says the log, when the line broke before its end', async () => {
    const mailer = mailerTo(lab().smtpUrl);
    // Long enough that Postfix has written its Message-ID down before.
    const [letter, handedOver] = [letterTo('p2', 'Une ligne, et encore une autre.\n'.repeat(20_000)), before()];
    expect(await mailer.send(letter, async () => false)).toEqual({ outcome: 'kept' });
    await lab().logged(/lost connection after DATA/);
    expect(await mailer.wasAccepted(letter.messageId, handedOver)).toBe(false);
    expect(await lab().letters('p2')).toEqual([]);
  });

  it('may be coming in still when the log does not speak of it', async () => {
    const mailer = mailerTo(lab().smtpUrl);
    expect(await mailer.wasAccepted('<nowhere@lille.exemple.test>', before())).toBe('cannot-tell');
  });

  it('is known by what became of it', async () => {
    const mailer = mailerTo(lab().smtpUrl);
    const letters = ['p3', 'fantome1'].map((name) => letterTo(name));
    for (const letter of letters) expect(await mailer.send(letter, freely)).toMatchObject({ outcome: 'accepted' });
    await lab().logged(/to=<fantome1@exemple\.test>.*status=bounced/);
    await lab().logged(/to=<p3@exemple\.test>.*status=sent/);
    const found = await new MtaLog({ path: lab().logFile }).standings(
      new Map(letters.map(({ messageId }) => [messageId, undefined])),
    );
    expect([...found.values()]).toMatchObject([
      { standing: 'taken', became: 'delivered' },
      { standing: 'taken', became: 'bounced' },
    ]);
  });
});
