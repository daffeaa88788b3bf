import type { HubEvent } from '@relais/catalogue';
import { EventStore } from '@relais/event-store';
import type { IssueId, LetterId, ListId, SubscriptionId } from '@relais/vocabulary';
import { now } from '../../../courier/testing/subscribed.js';
import { HubUnderTest, SignedIn } from '../../../testing/index.js';

const list = 'echanges-lille' as ListId;
const letter = 'copy-1' as LetterId;
let hub: HubUnderTest;
let admin: SignedIn;

beforeEach(async () => {
  const external = { kind: 'external', id: list, name: 'Échanges', address: 'echanges@listes.test', canary: true };
  const city = { id: 'lille', name: 'Assemblée de Lille', city: 'Lille', country: 'FR', zone: 'Europe/Paris' };
  const admins = [{ id: 'secretariat', address: 'secretariat@exemple.test' }];
  hub = await HubUnderTest.start({
    configuration: JSON.stringify({ assemblies: [{ ...city, lists: [external] }], admins }),
    environment: { RELAIS_NOW: now, RETURN_DOMAIN: 'lettres.exemple.test', AUTHSERV_ID: 'mx.exemple.test' },
  });
  admin = await SignedIn.to(hub);
});
afterEach(() => hub.end());

const record = async (stream: string, ...events: readonly HubEvent[]): Promise<void> => {
  await hub.get(EventStore).append(stream, events, 'any');
  await hub.shown();
};
const sent = (): Promise<void> =>
  record(
    `letter-${letter}`,
    {
      type: 'letter.intended',
      data: {
        ...{ letter, list, purpose: 'copy', issue: 'info-lille-2026-11' as IssueId },
        subscription: `external-${list}` as SubscriptionId,
      },
    },
    { type: 'letter.handed-over', data: { letter, attempt: 1 } },
    { type: 'letter.accepted', data: { letter, response: '250 ok' } },
  );
const shown = async (): Promise<string> => (await admin.text('/admin/lettres')).replaceAll('\u00a0', ' ');

describe('a list that is kept elsewhere', () => {
  it('is shown with the address of ours to be subscribed there, and not with its own', async () => {
    const page = await shown();
    for (const said of ['Échanges', 'Attend une première copie.', '@lettres.exemple.test'])
      expect(page).toContain(said);
    expect(page).not.toContain('echanges@listes.test');
  });

  it('is waited for, missed, and says what to ask', async () => {
    await sent();
    expect(await shown()).toContain('La copie n’est pas encore revenue.');
    await record(`canary-${list}`, { type: 'canary.missed', data: { list, letter, waited: 3_600 } });
    const page = await shown();
    for (const said of ['Pas revenue après 60 minutes.', 'sans modération']) expect(page).toContain(said);
  });

  it('is told of as its copy came, late or not, and what the list made of it', async () => {
    await sent();
    const arrived = { list, letter, delay: 7, dkim: 'fail', aligned: false, listId: 'e.listes.test' } as const;
    await record(
      `canary-${list}`,
      { type: 'canary.missed', data: { list, letter, waited: 3_600 } },
      { type: 'canary.arrived', data: { ...arrived, subject: '[echanges] Lettre' } },
    );
    const page = await shown();
    for (const said of [
      'Revenue après 7 secondes.',
      'est cassée',
      'DMARC ne passe pas',
      '[echanges] Lettre',
      'Replace From',
    ])
      expect(page).toContain(said);
  });
});
