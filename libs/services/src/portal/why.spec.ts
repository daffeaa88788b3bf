import { Keys } from '@relais/transport';
import { EventStore } from '@relais/event-store';
import { Explaining } from '../correspondence/why/explaining.js';
import { addressOf, compose, now, subscribers } from '../courier/testing/subscribed.js';
import { tokenPurposes } from '../subscriptions/token-purposes.js';
import { HubUnderTest, oneAssembly, outbox } from '../testing/index.js';

let hub: HubUnderTest;
beforeEach(async () => {
  hub = await HubUnderTest.start({
    configuration: oneAssembly({ id: 'agenda', url: 'https://exemple.test/agenda.ics' }),
    environment: { RELAIS_NOW: now },
  });
  const data = {
    ...{ gathering: 'a', assembly: 'lille', title: 'Assemblée', basis: { source: 'agenda', item: 'a' } },
    when: { kind: 'all-day', from: '2026-12-05', until: '2026-12-05' },
  };
  await hub.get(EventStore).append('gathering-a', [{ type: 'gathering.recognised', data: data }], 'any');
  await subscribers(hub, 2);
  await compose(hub);
  await hub.shown();
});
afterEach(() => hub.end());

describe('the page that says why a letter came', () => {
  it('is reached from the letter, tells consent, letter and what is next, and changes nothing', async () => {
    const [letter] = await outbox(hub.folder);
    const link = letter?.links.find((one) => one.includes('/abonnement/pourquoi')) ?? '';
    const before = (await hub.events()).length;
    const { pathname, search } = new URL(link);
    const page = (await hub.text(pathname + search)).replaceAll('\u00a0', ' ');
    for (const said of [
      'texte info-1-fr',
      'Confirmée le',
      'Lettre info-lille-2026-11',
      'Votre fournisseur l’a prise',
      'La prochaine lettre est prévue le',
    ])
      expect(page).toContain(said);
    expect(page).toContain('noindex');
    expect(page).not.toContain('person');
    expect((await hub.events()).length).toBe(before);
  });

  it('answers for one issue, in three languages, and to nobody without a link that holds', async () => {
    const jeton = hub.get(Keys).token(tokenPurposes.preferences, 's0');
    const of = (more: string): Promise<string> => hub.text(`/abonnement/pourquoi?jeton=${jeton}${more}`);
    expect(await of('&numero=info-lille-2026-10')).toContain('Aucun numéro info-lille-2026-10');
    expect(await of('&numero=info-lille-2026-11&lang=en')).toContain('A letter of the issue info-lille-2026-11');
    expect(await of('&lang=nl')).toContain('Waarom deze brief');
    const wrong = await hub.fetch('/abonnement/pourquoi?jeton=forged');
    expect([wrong.status, (await wrong.text()).includes('info-1-fr')]).toEqual([400, false]);
  });
});

describe('why, for an admin', () => {
  it('is found by an address, and says that one is unknown', async () => {
    const explaining = hub.get(Explaining);
    expect((await explaining.ofAddress(addressOf(1))).letters).toMatchObject([{ fate: 'accepted' }]);
    expect((await explaining.ofAddress('nobody@exemple.test')).reasons).toEqual([{ type: 'unknown-address' }]);
  });
});
