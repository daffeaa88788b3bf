import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStore } from '@relais/event-store';
import { ReadModels, subscribers } from '@relais/read-models';
import type { Instant, ListId } from '@relais/vocabulary';
import { HubUnderTest, oneAssembly, outbox, type ReadLetter } from '../testing/index.js';
import { SubscribersOrders } from './orders.js';
import { StillWanted } from './still-wanted.js';

const list = 'info-lille' as ListId;
const alice = 'alice@exemple.test';
const [asked, halfWay, over] = ['2026-11-25T09:00:00Z', '2026-12-10T09:00:00Z', '2026-12-25T09:00:00Z'];

let hub: HubUnderTest;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relais-still-wanted-'));
  await at(asked);
});
afterEach(async () => {
  await hub.stop();
  rmSync(folder, { recursive: true });
});

/** The hub, at a moment. */
const at = async (now: Instant): Promise<void> => {
  await hub?.stop();
  hub = await HubUnderTest.start({ folder, configuration: oneAssembly(), environment: { RELAIS_NOW: now } });
};
const looked = async () => {
  const counts = await hub.get(StillWanted).look();
  await hub.shown();
  return counts;
};
/** Somebody whom another list had since a day, brought in. */
const imported = async (since: string, asks?: Instant): Promise<void> => {
  const file = join(folder, 'members.csv');
  writeFileSync(file, `Courriel;Depuis\n${alice};${since}\n`);
  const order = { file, list, ...(asks !== undefined && { asks }) };
  await hub.get(SubscribersOrders).perform({ act: 'import', order }, () => undefined);
  rmSync(file);
  await hub.shown();
};
const sent = async (count: number): Promise<readonly ReadLetter[]> => {
  if (count > 0) await hub.recorded('letter.accepted', count);
  const letters = await outbox(folder);
  expect(letters).toHaveLength(count);
  return letters;
};
const statuses = () =>
  hub
    .get(ReadModels)
    .find(subscribers)
    .map(
      ({ row: { status, endedReason, askedUntil } }) => endedReason ?? (askedUntil === undefined ? status : 'asked'),
    );
const linkTo = (page: string, letter: ReadLetter | undefined): string =>
  letter?.links.find((link) => link.includes(`/abonnement/${page}`)) ?? '';

describe('a person not heard of for three years', () => {
  it('is asked whether they still want it, by one letter with a yes and a no, however often it is looked', async () => {
    await imported('2023-11-24');
    expect(await looked()).toEqual({ asked: 1, letters: 1, ended: 0 });
    expect([await looked(), statuses()]).toEqual([{ asked: 0, letters: 0, ended: 0 }, ['asked']]);
    const [letter] = await sent(1);
    expect([letter?.to?.[0]?.address, letter?.header('List-Unsubscribe-Post')]).toEqual([
      alice,
      'List-Unsubscribe=One-Click',
    ]);
    expect(letter?.text?.replaceAll('\n', ' ')).toContain('vendredi 25 décembre 2026');
    const [event] = await hub.events('subscription.asked-again');
    expect(event?.data).toMatchObject({ reason: 'silence', until: '2026-12-25T09:00:00.000Z' });
  });

  it('is not asked a day before', async () => {
    await imported('2023-11-26');
    expect(await looked()).toEqual({ asked: 0, letters: 0, ended: 0 });
  });

  it('stays by one press of a button, and not by what only looks', async () => {
    await imported('2019-01-01');
    await looked();
    const link = linkTo('garder', (await sent(1))[0]);
    expect(await (await hub.fetch(link)).text()).toContain('25 décembre 2026');
    expect(await hub.events('subscription.renewed')).toEqual([]);
    const jeton = new URL(link).searchParams.get('jeton') ?? '';
    expect((await hub.post('/abonnement/garder', { jeton })).status).toBe(200);
    await hub.shown();
    await at(over);
    expect([await looked(), statuses()]).toEqual([{ asked: 0, letters: 0, ended: 0 }, ['confirmed']]);
  });

  it('is reminded once, half-way, and ended without an answer', async () => {
    await imported('2019-01-01');
    await looked();
    await sent(1);
    await at(halfWay);
    expect(await looked()).toEqual({ asked: 0, letters: 1, ended: 0 });
    await sent(2);
    expect(await looked()).toEqual({ asked: 0, letters: 0, ended: 0 });
    await at(over);
    expect([await looked(), statuses()]).toEqual([{ asked: 0, letters: 0, ended: 1 }, ['unanswered']]);
    expect(await looked()).toEqual({ asked: 0, letters: 0, ended: 0 });
    await imported('2019-01-01');
    expect(statuses()).toEqual(['unanswered']);
  });

  it('has one letter for all that their address receives, and one answer', async () => {
    await imported('2019-01-01');
    const [{ data } = { data: {} }] = await hub.events('subscription.imported');
    const other = { ...data, subscription: 'other', import: 'other' };
    await hub.get(EventStore).append('subscription-other', [{ type: 'subscription.imported', data: other }], 'any');
    await hub.shown();
    expect(await looked()).toEqual({ asked: 2, letters: 1, ended: 0 });
    const link = linkTo('garder', (await sent(1))[0]);
    await hub.post('/abonnement/garder', { jeton: new URL(link).searchParams.get('jeton') ?? '' });
    await hub.shown();
    expect(statuses()).toEqual(['confirmed', 'confirmed']);
  });
});

describe('who is imported and asked', () => {
  it('has a letter at once, and is ended without an answer by the day that was said', async () => {
    await imported('2026-01-01', '2026-12-09T22:59:59Z');
    const [letter] = await sent(1);
    expect(letter?.text?.replaceAll('\n', ' ')).toContain('liste d’information qui est devenue');
    expect(letter?.text?.replaceAll('\n', ' ')).toContain('mercredi 9 décembre 2026');
    expect(statuses()).toEqual(['asked']);
    await at('2026-12-09T22:00:00Z');
    expect((await looked()).ended).toBe(0);
    await at(halfWay);
    expect([(await looked()).ended, statuses()]).toEqual([1, ['unanswered']]);
  });
});
