import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { HubEvent } from '@relais/catalogue';
import { SqliteEventStore } from '@relais/event-store';
import { KeyRing } from '@relais/transport';
import type { ListId, PersonId, SubscriptionId } from '@relais/vocabulary';
import { uuid } from '../synthetic/city.ts';
import { Random } from '../synthetic/random.ts';

/** So many are recorded together. */
const batch = 500;

const rhythms = [{ every: 'event' }, { every: 'day' }, { every: 'week', on: 4 }, { every: 'month' }] as const;

/** What the nth of them wants: some hundreds of ways. */
const chosenBy = (n: number) => ({
  ...{ cities: ['lille'], themes: 'all', kinds: ['gatherings', 'votes', 'news', 'minutes'], rhythm: rhythms[n % 4] },
  ...{ hour: n % 24, zone: 'Europe/Paris', quiet: { from: 21, until: 7 }, language: n % 5 === 0 ? 'en' : 'fr' },
  ...{ length: n % 3 === 0 ? 'short' : 'full', format: 'html', pausedUntil: null },
});

/** Records so many people of one list, each of whom chose preferences, in a data folder that nobody uses yet. */
export const recordPeople = async (data: string, count: number): Promise<void> => {
  mkdirSync(data, { recursive: true });
  const random = new Random(250);
  const store = SqliteEventStore.open(join(data, 'log.db'));
  const keys = KeyRing.open({ keyFile: join(data, 'master.key'), database: join(data, 'keys.db') });
  for (let from = 0; from < count; from += batch) {
    const persons = Array.from({ length: Math.min(batch, count - from) }, (_, n) => {
      const person = uuid(random) as PersonId;
      return { person, subscription: uuid(random) as SubscriptionId, n: from + n };
    });
    const texts = persons.flatMap(({ person, n }) => [
      { person, plaintext: `personne-${n}@lille.example` },
      { person, plaintext: JSON.stringify(chosenBy(n)) },
    ]);
    const sealed = await keys.sealAll(texts);
    const appends = persons.map(({ person, subscription, n }, index) => {
      const of = { subscription, list: 'info-lille' as ListId };
      const [address = '', preferences = ''] = sealed.slice(2 * index);
      const consent = { wording: 'bench', hash: '', form: 'bench' };
      const lookup = keys.lookup(`personne-${n}@lille.example`);
      const events: HubEvent[] = [
        { type: 'subscription.requested', data: { ...of, person, address, lookup, language: 'fr', consent } },
        { type: 'subscription.confirmed', data: of },
        { type: 'subscription.preferred', data: { ...of, preferences } },
      ];
      return store.append(`subscription-${subscription}`, events, 'no stream');
    });
    await Promise.all(appends);
  }
  await Promise.all([store.close(), keys.close()]);
};
