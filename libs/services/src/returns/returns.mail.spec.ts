import { readdir, readFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { attendances, gatherings, ReadModels } from '@relais/read-models';
import { Keys } from '@relais/transport';
import { describeWithMail, freePort, type MailLab } from '@relais/transport/testing';
import { headerOf, HubThatPosts, readLetter } from '../testing/index.js';
import { deliveryReport, message } from './testing/notices.js';
import { comesBackTo, receiver, sentTo } from './testing/receivers.js';

const at = (name: string): string => `${name}@exemple.test`;
/** Two queue lifetimes of the provider, after which it gives a dead host up. */
const forADeadHost = 240_000;

const posting = (lab: MailLab, environment: Readonly<Record<string, string>> = {}): Promise<HubThatPosts> => {
  const { host, port } = lab.hubSmtp;
  const returning = { RETURN_DOMAIN: lab.domain, INTAKE_SMTP: `${host}:${port}` };
  return HubThatPosts.start(lab, { environment: { ...returning, ...environment } });
};

describeWithMail('what comes back through a provider', (lab) => {
  let hub: HubThatPosts;
  beforeAll(async () => {
    hub = await posting(lab());
  });
  afterAll(() => hub.end());

  const asks = async (...addresses: readonly string[]): Promise<void> => {
    for (const adresse of addresses) {
      const wish = { liste: 'info-lille', adresse, langue: 'fr', consentement: 'oui' };
      expect((await hub.post('https://lille.exemple.test/lille/abonnement', wish)).status).toBe(200);
    }
  };
  const subscriptionOf = async (address: string): Promise<string> => {
    const lookup = hub.hub.get(Keys).lookup(address);
    const asked = (await hub.hub.events('subscription.requested')).map(({ data }) => data);
    const own = asked.find((data) => (data as { lookup: string }).lookup === lookup);
    return (own as { subscription: string } | undefined)?.subscription ?? '';
  };
  const endings = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await hub.hub.events('subscription.ended')).map(({ data }) => {
        const { subscription, reason } = data as { subscription: string; reason: string };
        return [subscription, reason];
      }),
    );

  it(
    'is that nobody is there, and that a host is dead: the wish of the first ends, the other may come back',
    async () => {
      const [ghost, dead] = [at('fantome1'), 'quelqu-un@mort.test'];
      await asks(ghost, dead);
      await hub.hub.recorded('letter.bounced', 2);
      const statuses = (await hub.hub.events('letter.bounced')).map(({ data }) => data);
      expect(statuses).toMatchObject([
        { status: '5.1.1', permanent: true },
        { status: expect.stringMatching(/^4\.4\.\d$/), permanent: false },
      ]);
      expect(await endings()).toEqual({ [await subscriptionOf(ghost)]: 'undeliverable' });
    },
    forADeadHost,
  );

  it('is an answer, and a wish to leave, each to where the letter says', async () => {
    await asks(at('alice'));
    const [confirmation = Buffer.alloc(0)] = await lab().arrived('alice');
    const { text = '' } = await readLetter(confirmation);
    const link = /https:\/\/\S+\/abonnement\/confirmer\?jeton=[\w.=-]+/.exec(text)?.[0] ?? '';
    await hub.post(link, { jeton: new URL(link).searchParams.get('jeton') ?? '' });
    await hub.hub.shown();
    expect(await hub.compose()).toMatchObject({ outcome: 'sent', letters: 1 });
    const [, letter = Buffer.alloc(0)] = await lab().arrived('alice', 2);
    const read = await readLetter(letter);

    const [, gathering = ''] = /\/rencontres\/([\w-]+)\/reponse/.exec(read.text ?? '') ?? [];
    const row = hub.hub.get(ReadModels).get(gatherings, gathering);
    await lab().deliver({
      ...{ from: at('alice'), to: headerOf(letter, 'Reply-To'), subject: `Re: ${row?.title ?? ''}` },
      ...{ inReplyTo: headerOf(letter, 'Message-ID'), text: 'Oui, je viens.' },
    });
    await hub.hub.recorded('attendance.answered');
    expect(hub.hub.get(ReadModels).get(attendances, gathering)).toMatchObject({ yes: 1, maybe: 0, no: 0 });

    const [, mailto = ''] = /<mailto:([^>]+)>/.exec(headerOf(letter, 'List-Unsubscribe')) ?? [];
    await lab().deliver({ from: at('alice'), to: mailto, subject: 'unsubscribe', text: '' });
    const ended = (await hub.hub.events('subscription.ended')).length;
    await hub.hub.recorded('subscription.ended', ended + 1);
    expect((await endings())[await subscriptionOf(at('alice'))]).toBe('mail');
  }, 120_000);
});

describeWithMail('a mailbox that letters come back to', (lab) => {
  const name = 'p199';
  const lying = (folder: string): Promise<string[]> =>
    readdir(join(lab().folder, 'mail', name, folder)).catch(() => []);
  const content = async (file: string): Promise<string> => {
    const folders = ['cur', 'new'].map((folder) => join(lab().folder, 'mail', name, folder, file));
    const found = await Promise.all(folders.map((path) => readFile(path, 'latin1').catch(() => '')));
    return found.join('');
  };
  const kept = async (): Promise<number> => (await lying('.Relais/cur')).length + (await lying('.Relais/new')).length;

  it('is read once, also where the same comes twice, and keeps what is not ours', async () => {
    const environment = { INTAKE_SMTP: '', RETURN_MAILBOX: `imap://${name}:secret@127.0.0.1:12143/INBOX` };
    const own = await posting(lab(), environment);
    const letter = await sentTo(own.hub, await receiver(own.hub, 'bruno'));
    const report = deliveryReport({ at: comesBackTo(own.hub, letter) });
    const brought = (raw: string) => lab().deliver({ envelope: { from: '', to: at(name) }, raw });
    await brought(message('Bonjour, ceci est pour une personne.', { from: at('chloe'), to: at(name) }));
    await brought(report);
    await brought(report);
    await own.hub.recorded('letter.bounced');
    await lab().logged(new RegExp(`(?:to=<${name}@exemple.test>[^]*status=sent[^]*){3}`));
    const second = await sentTo(own.hub, await receiver(own.hub, 'chloe'));
    await brought(deliveryReport({ at: comesBackTo(own.hub, second), messageId: '<last@mx.test>' }));
    await own.hub.recorded('letter.bounced', 2);
    expect((await own.hub.events('letter.bounced')).map(({ data }) => (data as { letter: string }).letter)).toEqual([
      letter,
      second,
    ]);
    await own.end();
    expect(await kept()).toBeGreaterThanOrEqual(2);
    const left = await Promise.all([...(await lying('cur')), ...(await lying('new'))].map((file) => content(file)));
    expect(left.filter((text) => text.includes('ceci est pour une personne'))).toHaveLength(1);
  }, 120_000);

  it('is read again by itself once its server is there, and after a line that broke', async () => {
    const port = await freePort();
    const lines = new Set<Socket>();
    const way = createServer((near) => {
      const far = connect(12_143, '127.0.0.1');
      for (const line of [near, far]) lines.add(line.on('error', () => undefined));
      near.pipe(far).pipe(near);
    });
    const environment = { INTAKE_SMTP: '', RETURN_MAILBOX: `imap://p198:secret@127.0.0.1:${port}/INBOX` };
    const own = await posting(lab(), environment);
    const comesBack = async (person: string): Promise<void> => {
      const letter = await sentTo(own.hub, await receiver(own.hub, person));
      const raw = deliveryReport({ at: comesBackTo(own.hub, letter), messageId: `<${person}@mx.test>` });
      await lab().deliver({ envelope: { from: '', to: at('p198') }, raw });
    };
    await comesBack('bruno');
    way.listen(port, '127.0.0.1');
    await own.hub.recorded('letter.bounced');
    for (const line of lines) line.destroy();
    await comesBack('chloe');
    await own.hub.recorded('letter.bounced', 2);
    expect(await own.hub.events('letter.bounced')).toHaveLength(2);
    await own.end();
    for (const line of lines) line.destroy();
    way.close();
  }, 120_000);
});
