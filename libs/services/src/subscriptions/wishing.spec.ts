import { EventStore } from '@relais/event-store';
import { defaultPreferences } from '@relais/mailing-list';
import { ReadModels, subscribers } from '@relais/read-models';
import { Keys } from '@relais/transport';
import type { AssemblyId } from '@relais/vocabulary';
import { HubUnderTest, outbox } from '../testing/index.js';
import { confirmedAt, preferred, tokenFor } from './testing/people.js';

const now = '2026-11-25T09:00:00Z';
const form = '/abonnement';
const confirm = '/abonnement/confirmer';

let hub: HubUnderTest;
beforeEach(async () => {
  hub = await HubUnderTest.start({ environment: { RELAIS_NOW: now } });
});
afterEach(() => hub.end());

const unchosen = defaultPreferences({ city: 'lille' as AssemblyId, zone: 'Europe/Paris', language: 'fr' });

type Fields = readonly (readonly [string, string])[];

const wish = (lists: readonly string[], rhythm = 'mois', name = 'alice'): Fields => [
  ...lists.map((list): [string, string] => ['liste', list]),
  ...Object.entries({ adresse: `${name}@exemple.test`, langue: 'fr', rythme: rhythm, consentement: 'oui' }),
];

/** Asks, and resolves to the subscriptions that were asked for so far, once the read models know of them. */
const ask = async (fields: Fields): Promise<string[]> => {
  expect((await hub.post(form, fields)).status).toBe(200);
  await hub.shown();
  const asked = await hub.events('subscription.requested');
  return [...new Set(asked.map(({ data }) => (data as { subscription: string }).subscription))];
};
const confirming = (subscription: string, more: Fields = []): Promise<Response> =>
  hub.post(confirm, [['jeton', tokenFor(hub, 'confirm', subscription)], ...more]);
const shown = (subscription: string): Promise<string> =>
  hub.text(`${confirm}?jeton=${tokenFor(hub, 'confirm', subscription)}`);
const mark = (html: string): string => /name="vu" value="(\w+)"/u.exec(html)?.[1] ?? '';

describe('a wish', () => {
  it('of several cities has one confirmation letter, and what was wished for holds once it is confirmed', async () => {
    const [alice = ''] = await ask(wish(['info-brest', 'info-lille'], 'semaine-4'));
    await hub.recorded('letter.accepted');
    expect(await outbox(hub.folder)).toHaveLength(1);
    expect(await preferred(hub, alice)).toMatchObject({ cities: ['lille', 'brest'], rhythm: { every: 'week', on: 4 } });
    expect(await shown(alice)).toMatch(/Lille, Brest.*chaque semaine, le jeudi/su);
    expect((await confirming(alice)).status).toBe(200);
    await hub.shown();
    expect(hub.get(ReadModels).get(subscribers, alice)).toMatchObject({
      ...{ status: 'confirmed', preferences: expect.any(String) },
    });
  });

  it('says in its confirmation letter what was wished for, and how many letters that is', async () => {
    await ask(wish(['info-lille', 'info-brest'], 'semaine-4'));
    await hub.recorded('letter.accepted');
    const [letter] = await outbox(hub.folder);
    for (const part of [letter?.text, letter?.html]) {
      const said = part?.replace(/\s+/gu, ' ');
      expect(said).toContain('Lille, Brest');
      expect(said).toContain('chaque semaine, le jeudi');
      expect(said).toContain('depuis un an');
    }
  });

  it('of one city each month needs no preferences', async () => {
    const [alice = ''] = await ask(wish(['info-lille']));
    expect(await preferred(hub, alice)).toBeUndefined();
  });

  it('is of the city whose form it was, first', async () => {
    await hub.post('/brest/abonnement', wish(['info-lille', 'info-brest']));
    expect(await hub.events('subscription.requested')).toMatchObject([{ data: { list: 'info-brest' } }]);
  });

  it('that another one replaced is not confirmed by who was shown the first', async () => {
    const [alice = ''] = await ask(wish(['info-lille']));
    const seen = mark(await shown(alice));
    expect(seen).toMatch(/^[0-9a-f]{16}$/u);
    // Somebody else asks in her name, once that is possible again.
    const row = hub.get(ReadModels).get(subscribers, alice);
    if (row === undefined) throw new Error('the read models know nothing of Alice');
    const { address = '', lookup, list, person, language } = row;
    const request = { subscription: row.subscription, address, lookup, list, person, language };
    const consent = { wording: 'info-2-fr', hash: '0'.repeat(64), form };
    const preferences = await hub.get(Keys).seal(person, JSON.stringify({ ...unchosen, rhythm: { every: 'event' } }));
    await hub.get(EventStore).append(
      `subscription-${alice}`,
      [
        { type: 'subscription.requested', data: { ...request, consent } },
        { type: 'subscription.preferred', data: { subscription: alice, list, preferences } },
      ],
      1,
    );
    await hub.shown();
    const answer = await confirming(alice, [['vu', seen]]);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('La demande a changé')]);
    expect(await hub.events('subscription.confirmed')).toEqual([]);
    expect((await confirming(alice, [['vu', mark(await shown(alice))]])).status).toBe(200);
    expect(await hub.events('subscription.confirmed')).toHaveLength(1);
  });

  it('of further cities joins the letters that an address has already', async () => {
    const [lille = ''] = await confirmedAt(hub, 'alice', 'info-lille');
    const [, brest = ''] = await ask(wish(['info-lille', 'info-brest', 'info-rennes'], 'jour'));
    expect(await shown(brest)).toContain('cette ville les rejoint');
    expect((await confirming(brest)).status).toBe(200);
    // Brest is joined by its own list; Rennes has none that was confirmed.
    expect(await preferred(hub, lille)).toMatchObject({ cities: ['lille', 'rennes'], rhythm: { every: 'month' } });
  });

  it('changes nothing of what is confirmed, whoever asks', async () => {
    await confirmedAt(hub, 'alice', 'info-lille');
    await ask(wish(['info-lille'], 'nouveau'));
    expect(await hub.events('subscription.preferred', 'letter.intended')).toEqual([]);
    expect(await hub.events('subscription.requested')).toHaveLength(1);
  });

  it('is answered in the same words whether or not the address is known', async () => {
    await confirmedAt(hub, 'alice', 'info-lille');
    const [known, unknown] = await Promise.all(
      ['alice', 'zoe'].map(async (name) => (await hub.post(form, wish(['info-lille'], 'jour', name))).text()),
    );
    expect(known).toBe(unknown);
    expect(known).toContain('depuis un an');
  });
});
