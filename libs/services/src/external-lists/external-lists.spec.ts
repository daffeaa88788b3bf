import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStore } from '@relais/event-store';
import { adviceOn, canaries, ReadModels, type Advice, type ListCopy } from '@relais/read-models';
import { Keys } from '@relais/transport';
import type { LetterId, ListId, SubscriptionId } from '@relais/vocabulary';
import { compose, list, now, subscribers } from '../courier/testing/subscribed.js';
import { MailIntake } from '../intake/mail/mail-intake.js';
import { HubUnderTest, oneAssembly, readLetter, type ReadLetter } from '../testing/index.js';
import { canaryAddress } from './canary-address.js';
import { listAddress, ListServer, receivedBy, type Manner } from './testing/list-server.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const returnDomain = 'lettres.exemple.test';
const [echanges, weekly] = ['echanges' as ListId, 'hebdo' as ListId];
const external = { id: echanges, name: 'Échanges', kind: 'external', address: listAddress, canary: true };

let folder: string;
let server: ListServer;
let hub: HubUnderTest;

/** Lille, its own list, and those of others. */
const configured = (...others: readonly object[]): string => {
  const calendar = { id: 'lille-demosphere', url: 'https://exemple.test/agenda.ics' };
  const configuration = JSON.parse(oneAssembly(calendar)) as { assemblies: [{ lists: object[] }] };
  configuration.assemblies[0].lists.push(...others);
  return JSON.stringify(configuration);
};
const start = async (
  configuration = configured(external),
  environment: Readonly<Record<string, string>> = {},
): Promise<void> => {
  hub = await HubUnderTest.start({
    ...{ configuration, folder },
    environment: {
      ...{ RELAIS_NOW: now, SMTP_URL: server.url, INTAKE_SMTP: '127.0.0.1:0', RETURN_DOMAIN: returnDomain },
      ...{ MAIL_FROM: 'Lille <lille@exemple.test>', AUTHSERV_ID: receivedBy },
      ...{ DKIM_DOMAIN: 'exemple.test', DKIM_SELECTOR: 's1', DKIM_KEY_FILE: join(folder, 'dkim.pem') },
      ...environment,
    },
  });
  const address = canaryAddress(hub.get(Keys), returnDomain, echanges);
  server.subscriber = { address, port: hub.get(MailIntake).port ?? 0 };
};
/** The clock of a hub that goes on later. */
const later = async (at: string, configuration?: string): Promise<void> => {
  await hub.stop();
  await start(configuration, { RELAIS_NOW: at });
};
/** A month's issue with something to say, to two people. */
const issued = async (): Promise<void> => {
  const when = { kind: 'all-day', from: '2026-12-05', until: '2026-12-05' };
  const basis = { source: 'lille-demosphere', item: 'a' };
  const data = { gathering: 'a', assembly: 'lille', title: 'Assemblée d’hiver', when, basis, place: { city: 'Lille' } };
  await hub.get(EventStore).append('gathering-a', [{ type: 'gathering.recognised', data: data }], 'no stream');
  await subscribers(hub, 2);
  await compose(hub);
};
const acceptedCopies = async (): Promise<void> => {
  // Two people, and the list.
  await hub.recorded('letter.accepted', 3);
};
const dataOf = async (type: string): Promise<unknown[]> => (await hub.events(type)).map(({ data }) => data);
const copies = (id = echanges): readonly ListCopy[] => hub.get(ReadModels).get(canaries, id)?.copies ?? [];
const advice = (): Advice | undefined => copies().map((copy) => adviceOn(copy, 'fr'))[0];
const post = async (): Promise<ReadLetter> => readLetter(server.posts[0]?.raw ?? '');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relais-lists-'));
  writeFileSync(join(folder, 'dkim.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  server = new ListServer(publicKey);
  await server.start();
});
afterEach(async () => {
  await hub.stop();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('an external list', () => {
  it('has one copy of the month’s issue, of text, without anything that is anybody’s own or ours alone', async () => {
    await start();
    await issued();
    await acceptedCopies();
    expect(server.posts).toHaveLength(1);
    const letter = await post();
    expect(letter.subject).toContain('Lille');
    expect(letter.text).toContain('Assemblée d’hiver');
    expect(letter.html).toBeUndefined();
    expect(letter.links.filter((link) => /jeton|quitter|preferences/.test(link))).toEqual([]);
    const names = letter.headers.map(({ key }) => key);
    expect(names.filter((name) => /^list-|auto-submitted|precedence|reply-to/.test(name))).toEqual([]);
    expect([letter.from?.address, letter.to?.[0]?.address]).toEqual(['lille@exemple.test', listAddress]);
    expect(server.others).toHaveLength(2);
  });

  it('is named in the log by its id, never by its address', async () => {
    await start();
    await issued();
    await acceptedCopies();
    const intended = (await hub.events('letter.intended')).filter(({ data }) => JSON.stringify(data).includes('copy'));
    expect(intended.map(({ data }) => data)).toMatchObject([
      { subscription: 'external-echanges', list: echanges, purpose: 'copy', issue: 'info-lille-2026-11' },
    ]);
    expect(JSON.stringify((await hub.events()).map(({ data }) => data))).not.toContain('listes.test');
  });

  it('has it from whom the configuration says', async () => {
    await start(configured({ ...external, from: 'Bureau <bureau@exemple.test>', language: 'nl' }));
    await issued();
    await acceptedCopies();
    expect((await post()).from).toMatchObject({ address: 'bureau@exemple.test', name: 'Bureau' });
    expect((await post()).text).toMatch(/december/);
  });

  it('is no list that anybody can subscribe to', async () => {
    await start();
    expect(await hub.text('/abonnement')).not.toContain('echanges');
    const answer = await hub.post('/abonnement', { adresse: 'alice@exemple.test', liste: 'echanges' });
    expect(answer.ok).toBe(false);
    expect(await dataOf('subscription.requested')).toEqual([]);
    expect(await dataOf('list.opened')).toMatchObject([{ list }]);
  });

  it('has none while an issue waits, and none of another cadence', async () => {
    const held = JSON.parse(configured(external, { ...external, id: weekly, cadence: 'week' })) as {
      assemblies: [{ lists: [object] }];
    };
    Object.assign(held.assemblies[0].lists[0], { approval: true });
    await start(JSON.stringify(held));
    await issued();
    expect(server.posts).toEqual([]);
    expect(copies()).toEqual([]);
    await hub
      .get(EventStore)
      .append(
        'digest-info-lille-2026-11',
        [{ type: 'digest.approved', data: { issue: 'info-lille-2026-11' as never, by: 'bureau' as never } }],
        'any',
      );
    await acceptedCopies();
    expect(server.posts).toHaveLength(1);
    expect(copies(weekly)).toEqual([]);
  });

  it('that is named after an issue has it while it is new', async () => {
    await start(configured());
    await issued();
    await hub.recorded('digest.completed');
    await later('2026-11-30T09:00:00Z', configured(external));
    await acceptedCopies();
    expect(server.posts).toHaveLength(1);
  });

  it('that is named long after an issue does not have it', async () => {
    await start(configured());
    await issued();
    await hub.recorded('digest.completed');
    await later('2026-12-20T09:00:00Z', configured(external));
    await hub.shown();
    expect([server.posts, copies()]).toEqual([[], []]);
  });

  it('has no second one, however often a courier begins anew', async () => {
    await start();
    await issued();
    await acceptedCopies();
    for (const at of ['2026-11-25T09:01:00Z', '2026-11-25T09:02:00Z']) await later(at);
    await hub.shown();
    expect(server.posts).toHaveLength(1);
    expect(copies()).toHaveLength(1);
  });
});

describe('the canary of an external list', () => {
  const arrivedOver = async (manner: Manner): Promise<unknown> => {
    server.manner = manner;
    await start();
    await issued();
    await acceptedCopies();
    await hub.recorded('canary.arrived');
    return (await dataOf('canary.arrived'))[0];
  };

  it('tells of a list that leaves letters as they are', async () => {
    const arrived = await arrivedOver({ listId: 'Echanges <echanges.listes.test>' });
    expect(arrived).toMatchObject({ dkim: 'pass', aligned: true, listId: 'echanges.listes.test', delay: 0 });
    expect(advice()).toMatchObject({ verdict: 'good', ask: [] });
  });

  it('tells of one that changes them, and what to ask of its owner', async () => {
    const manner = { prefix: '[echanges]', footer: 'Pour quitter la liste', listId: '<echanges.listes.test>' };
    const arrived = await arrivedOver(manner);
    expect(arrived).toMatchObject({ dkim: 'fail', aligned: false, subject: expect.stringMatching(/^\[echanges\] /) });
    expect(advice()).toMatchObject({ verdict: 'broken', ask: [expect.stringContaining('munge_from')] });
  });

  it('is content with one that changes them and writes in its own name, and asks for a List-Id', async () => {
    expect(await arrivedOver({ footer: 'Pour quitter', munges: true })).toMatchObject({ dkim: 'fail', aligned: true });
    expect(advice()).toMatchObject({ verdict: 'good', ask: [expect.stringContaining('List-Id')] });
  });

  it('is told once of a copy that comes twice, and nothing of what others write or of other lists', async () => {
    await arrivedOver({});
    await server.sendOn(server.posts[0]?.raw ?? Buffer.alloc(0));
    await server.sendOn(
      Buffer.from('From: alice@exemple.test\r\nMessage-ID: <a@b>\r\nSubject: Bonjour\r\n\r\nBonjour\r\n'),
    );
    const [letter] = (await hub.events('letter.intended')).filter(({ data }) => !JSON.stringify(data).includes('copy'));
    const ofPerson = (letter?.data as { letter: LetterId }).letter;
    await server.sendOn(Buffer.from(`Message-ID: <${ofPerson}@127.0.0.1>\r\nSubject: Lettre\r\n\r\nBonjour\r\n`));
    const ofOther = 'o'.repeat(43) as LetterId;
    await hub.get(EventStore).append(
      `letter-${ofOther}`,
      [
        {
          type: 'letter.intended',
          data: { letter: ofOther, list: weekly, subscription: 'external-hebdo' as SubscriptionId, purpose: 'copy' },
        },
        { type: 'letter.handed-over', data: { letter: ofOther, attempt: 1 } },
        { type: 'letter.accepted', data: { letter: ofOther, response: '250 ok' } },
      ],
      'no stream',
    );
    await server.sendOn(Buffer.from(`Message-ID: <${ofOther}@127.0.0.1>\r\nSubject: Lettre\r\n\r\nBonjour\r\n`));
    await hub.shown();
    expect(await dataOf('canary.arrived')).toHaveLength(1);
  });

  it('misses a copy after an hour, once, and says that it is probably held', async () => {
    server.manner = { holds: true };
    await start();
    await issued();
    await acceptedCopies();
    expect(advice()).toMatchObject({ verdict: 'waiting' });
    await later('2026-11-25T09:59:00Z');
    expect(await dataOf('canary.missed')).toEqual([]);
    await later('2026-11-25T10:01:00Z');
    await hub.recorded('canary.missed');
    await later('2026-11-25T11:30:00Z');
    await hub.shown();
    expect(await dataOf('canary.missed')).toMatchObject([{ list: echanges, waited: 3_600 }]);
    expect(advice()).toMatchObject({ verdict: 'held', ask: [expect.stringContaining('sans modération')] });
    await server.release();
    await hub.recorded('canary.arrived');
    expect(await dataOf('canary.arrived')).toMatchObject([{ delay: 9_000 }]);
    expect(advice()).toMatchObject({ verdict: 'good' });
  });
});
