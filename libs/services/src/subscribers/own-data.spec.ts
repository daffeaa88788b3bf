import { EventStore } from '@relais/event-store';
import { HubUnderTest, oneAssembly, outbox } from '../testing/index.js';
import { Keys } from '@relais/transport';
import { tokenPurposes } from '../subscriptions/token-purposes.js';
import type { OwnDataDocument } from './own-data.js';

const alice = 'Alice@exemple.test';
let hub: HubUnderTest;
beforeEach(async () => {
  hub = await HubUnderTest.start({ configuration: oneAssembly(), environment: { RELAIS_NOW: '2026-11-25T09:00:00Z' } });
});
afterEach(() => hub.end());

/** Somebody who asked, had the letter and confirmed; resolves to the token of their preferences. */
const subscribed = async (address: string): Promise<string> => {
  const before = (await hub.events('letter.accepted')).length;
  const wish = { liste: 'info-lille', adresse: address, langue: 'fr', consentement: 'oui' };
  await hub.post('/lille/abonnement', wish);
  await hub.recorded('letter.accepted', before + 1);
  const [request] = (await hub.events('subscription.requested')).slice(-1);
  const { subscription } = request?.data as { subscription: string };
  const link = (await outbox(hub.folder))
    .flatMap(({ links }) => links)
    .find((one) => one.includes('/confirmer') && one.includes(Buffer.from(subscription).toString('base64url')));
  await hub.post('/abonnement/confirmer', { jeton: new URL(link ?? '').searchParams.get('jeton') ?? '' });
  await hub.shown();
  return hub.get(Keys).token(tokenPurposes.preferences, subscription);
};
const given = async (token: string) => hub.fetch(`/abonnement/donnees?jeton=${token}`);

describe('one’s own data', () => {
  it('are given by the link of one’s preferences, opened: consent, letters, answers, and nobody else’s', async () => {
    await subscribed('bob@exemple.test');
    const token = await subscribed(alice);
    const [, requested] = await hub.events('subscription.requested');
    const { person, subscription } = requested?.data as { person: string; subscription: string };
    const answered = { gathering: 'lille-1', person, answer: 'yes', via: 'page' };
    await hub.get(EventStore).append('attendance-1', [{ type: 'attendance.answered', data: answered }], 'any');
    await hub
      .get(EventStore)
      .append('attendance-2', [{ type: 'attendance.answered', data: { ...answered, person: 'other' } }], 'any');
    const page = await hub.text(`/abonnement/preferences?jeton=${token}`);
    expect(page).toContain(`href="/abonnement/donnees?jeton=${token}"`);
    const answer = await given(token);
    expect(['content-disposition', 'cache-control', 'x-robots-tag'].map((name) => answer.headers.get(name))).toEqual([
      'attachment; filename="relais-donnees.json"',
      'no-store',
      'noindex',
    ]);
    const text = await answer.text();
    expect([text.includes('bob'), text.includes('"lookup"'), text.includes(subscription)]).toEqual([
      false,
      false,
      false,
    ]);
    const document = JSON.parse(text) as OwnDataDocument;
    const [own] = document.subscriptions;
    expect([document.address, document.subscriptions.length]).toEqual([alice, 1]);
    expect(own).toMatchObject({ list: 'info-lille', status: 'confirmed', language: 'fr' });
    const consent = own?.history.find(({ what }) => what === 'requested');
    expect(consent).toMatchObject({
      at: '2026-11-25T09:00:00Z',
      consent: {
        form: '/lille/abonnement',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        text: expect.stringContaining('J’accepte'),
      },
    });
    expect(own?.history.map(({ what }) => what)).toContain('confirmed');
    expect(own?.letters.map(({ purpose, history }) => [purpose, history.at(-1)?.what])).toEqual([
      ['confirmation', 'accepted'],
    ]);
    expect(document.answers).toEqual([
      { page: `${hub.url}/rencontres/lille-1`, answer: 'yes', via: 'page', at: '2026-11-25T09:00:00Z' },
    ]);
  });

  it('show the preferences that were sealed', async () => {
    const token = await subscribed(alice);
    const form = {
      jeton: token,
      villes: 'lille',
      sujets: 'votes',
      rythme: 'mois',
      langue: 'en',
      longueur: 'short',
      format: 'text',
    };
    await hub.post('/abonnement/preferences', {
      ...form,
      fuseau: 'Europe/Paris',
      themes: 'all',
      'calme-de': '21',
      'calme-a': '7',
    });
    await hub.shown();
    const { subscriptions } = (await (await given(token)).json()) as OwnDataDocument;
    expect(subscriptions[0]?.preferences).toMatchObject({ kinds: ['votes'], length: 'short', format: 'text' });
  });

  it('are given to nobody by another token, nor of somebody who was forgotten', async () => {
    const token = await subscribed(alice);
    const [requested] = await hub.events('subscription.requested');
    const { person, subscription } = requested?.data as { person: string; subscription: string };
    for (const other of ['', `${token}x`, hub.get(Keys).token(tokenPurposes.leave, subscription)])
      expect((await given(other)).status).toBe(400);
    await hub.get(Keys).destroy(person as never);
    const forgotten = await given(token);
    expect([forgotten.status, await forgotten.text()]).toEqual([400, expect.stringContaining('not valid')]);
  });

  it('change nothing by being taken', async () => {
    const token = await subscribed(alice);
    const events = (await hub.events()).length;
    await given(token);
    expect((await hub.events()).length).toBe(events);
  });
});
