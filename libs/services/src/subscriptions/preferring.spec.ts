import { EventStore } from '@relais/event-store';
import { HubUnderTest } from '../testing/index.js';
import { confirmedAt, preferred, tokenFor } from './testing/people.js';

const now = '2026-11-25T09:00:00Z';
const page = '/abonnement/preferences';

let hub: HubUnderTest;
beforeEach(async () => {
  hub = await HubUnderTest.start({ environment: { RELAIS_NOW: now } });
});
afterEach(() => hub.end());

type Fields = readonly (readonly [string, string])[];

/** The form as a browser sends it: each ticked box a field of its own. */
const form = (changed: Readonly<Record<string, readonly string[]>> = {}): Fields => {
  const filled: Readonly<Record<string, readonly string[]>> = {
    ...{ villes: ['lille'], themes: ['tous'], sujets: ['gatherings', 'votes', 'news', 'minutes'] },
    ...{ rythme: ['mois'], heure: [''], fuseau: ['Europe/Paris'], 'calme-de': ['21'], 'calme-a': ['7'] },
    ...{ pause: [''], langue: ['fr'], longueur: ['full'], format: ['html'] },
    ...changed,
  };
  return Object.entries(filled).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
};
const send = (subscription: string, fields: Fields): Promise<Response> =>
  hub.post(page, [['jeton', tokenFor(hub, 'preferences', subscription)], ...fields]);
const shown = (subscription: string): Promise<string> =>
  hub.text(`${page}?jeton=${tokenFor(hub, 'preferences', subscription)}`);

describe('a person who shapes their letters', () => {
  it('chooses all of it by a link, without an account, and finds it so again', async () => {
    const [alice = ''] = await confirmedAt(hub, 'alice', 'info-lille');
    const chosen = form({
      ...{ villes: ['lille', 'brest'], themes: ['jardins'], sujets: ['gatherings', 'votes'], rythme: ['semaine-4'] },
      ...{ heure: ['18'], fuseau: ['Indian/Reunion'], pause: ['2027-01-01'], langue: ['nl'], format: ['text'] },
    });
    const answer = await send(alice, chosen);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await answer.text()).toMatch(/Lille, Brest.*depuis un an/su);
    expect(await preferred(hub, alice)).toEqual({
      ...{ cities: ['lille', 'brest'], themes: ['jardins'], kinds: ['gatherings', 'votes'] },
      ...{ rhythm: { every: 'week', on: 4 }, hour: 18, zone: 'Indian/Reunion', quiet: { from: 21, until: 7 } },
      ...{ language: 'nl', length: 'full', format: 'text', pausedUntil: '2027-01-01' },
    });
    await hub.shown();
    const html = await shown(alice);
    expect(html).toMatch(/<option[^>]*value="semaine-4"[^>]*selected/u);
    expect(html).toMatch(/<input[^>]*value="brest"[^>]*checked/u);
    expect(html).not.toMatch(/<input[^>]*value="lieux"[^>]*checked/u);
  });

  it('leaves nothing of it in clear in the log', async () => {
    const [alice = ''] = await confirmedAt(hub, 'alice', 'info-lille');
    await send(alice, form({ themes: ['jardins'] }));
    const [event] = await hub.events('subscription.preferred');
    expect(Object.keys(event?.data ?? {}).toSorted()).toEqual(['list', 'preferences', 'subscription']);
    expect(JSON.stringify(event?.data)).not.toContain('jardins');
  });

  it('records nothing by saving what holds already', async () => {
    const [alice = ''] = await confirmedAt(hub, 'alice', 'info-lille');
    await send(alice, form({ langue: ['en'] }));
    await hub.shown();
    await send(alice, form({ langue: ['en'] }));
    expect(await hub.events('subscription.preferred')).toHaveLength(1);
  });

  it('is told of what is wrong beside it, and loses nothing of what they wrote', async () => {
    const [alice = ''] = await confirmedAt(hub, 'alice', 'info-lille');
    const answer = await send(alice, form({ villes: [], pause: ['2026-11-25'], langue: ['nl'] }));
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain('id="villes-erreur"');
    expect(html).toContain('id="pause-erreur"');
    expect(html).toMatch(/<option[^>]*value="nl"[^>]*selected/u);
    expect(html).not.toMatch(/<input[^>]*name="villes"[^>]*checked/u);
    expect(html).toContain(tokenFor(hub, 'preferences', alice));
    expect(await hub.events('subscription.preferred')).toEqual([]);
  });

  it('shapes one letter of all the lists that they confirmed, and unticking one leaves it', async () => {
    const [lille = '', brest = ''] = await confirmedAt(hub, 'alice', 'info-lille', 'info-brest');
    expect(await shown(brest)).toMatch(/value="brest"[^>]*checked.*value="lille"[^>]*checked/su);
    await send(brest, form({ villes: ['lille'], rythme: ['jour'] }));
    expect(await preferred(hub, lille)).toMatchObject({ cities: ['lille'], rhythm: { every: 'day' } });
    expect(await hub.events('subscription.ended')).toMatchObject([{ data: { subscription: brest, reason: 'left' } }]);
  });

  it('sees to what they agreed, when, and by which form', async () => {
    const [alice = ''] = await confirmedAt(hub, 'alice', 'info-lille');
    expect(await shown(alice)).toMatch(/J’accepte de recevoir la lettre choisie.*formulaire \/abonnement.*info-1-fr/su);
  });
});

describe('a subscription whose person was asked whether they still want it', () => {
  const asked = async (): Promise<string> => {
    const [alice = ''] = await confirmedAt(hub, 'alice', 'info-lille');
    const data = { subscription: alice, list: 'info-lille', reason: 'silence', until: '2026-12-25T09:00:00Z' };
    await hub.get(EventStore).append(`subscription-${alice}`, [{ type: 'subscription.asked-again', data }], 2);
    await hub.shown();
    return alice;
  };
  const keep = '/abonnement/garder';

  it('goes on by a button, and by nothing that only looks', async () => {
    const alice = await asked();
    const jeton = tokenFor(hub, 'keep', alice);
    for (const method of ['GET', 'HEAD']) await hub.fetch(`${keep}?jeton=${jeton}`, { method });
    expect(await hub.events('subscription.renewed')).toEqual([]);
    expect(await hub.text(`${keep}?jeton=${jeton}`)).toContain('25 décembre 2026');
    expect((await hub.post(keep, { jeton })).status).toBe(200);
    expect(await hub.events('subscription.renewed')).toMatchObject([{ data: { subscription: alice, by: 'click' } }]);
    await hub.shown();
    await hub.post(keep, { jeton });
    expect(await hub.events('subscription.renewed')).toHaveLength(1);
  });

  it.each([
    ['choosing', (alice: string) => send(alice, form({ langue: ['nl'] })), 'choice'],
    ['saving what holds already', (alice: string) => send(alice, form()), 'choice'],
    [
      'confirming',
      (alice: string) => hub.post('/abonnement/confirmer', { jeton: tokenFor(hub, 'confirm', alice) }),
      'confirmation',
    ],
  ] as const)('goes on by %s too', async (_, act, by) => {
    const alice = await asked();
    expect((await act(alice)).status).toBe(200);
    expect(await hub.events('subscription.renewed')).toMatchObject([{ data: { subscription: alice, by } }]);
  });
});
