import { join } from 'node:path';
import type { HubEvent } from '@relais/catalogue';
import { SqliteEventStore } from '@relais/event-store';
import { KeyRing } from '@relais/transport';
import type { LetterId, ListId, PersonId, SubscriptionId } from '@relais/vocabulary';
import { uuid } from '../synthetic/city.ts';
import { Random } from '../synthetic/random.ts';

/** The confirmation letter that was answered; a wish without one would get it now. */
const answered = ({
  letter,
  ...of
}: Readonly<{ letter: LetterId; subscription: SubscriptionId; list: ListId }>): HubEvent[] => [
  { type: 'letter.intended', data: { letter, ...of, purpose: 'confirmation' } },
  { type: 'letter.handed-over', data: { letter, attempt: 1 } },
  { type: 'letter.accepted', data: { letter, response: '250 OK' } },
];

/** Records so many confirmed subscribers of these lists in a data folder that no hub runs over yet; resolves to their subscriptions by list. */
export const subscribe = async (
  data: string,
  lists: readonly Readonly<{ list: string; count: number; address?: (n: number) => string }>[],
): Promise<ReadonlyMap<string, readonly SubscriptionId[]>> => {
  const random = new Random(172);
  const store = SqliteEventStore.open(join(data, 'log.db'));
  const keys = KeyRing.open({ keyFile: join(data, 'master.key'), database: join(data, 'keys.db') });
  const subscribed = new Map<string, SubscriptionId[]>();
  for (const { list, count, address: addressOf = (n: number) => `personne-${n}@${list}.example` } of lists) {
    const ids: SubscriptionId[] = [];
    const recording: Promise<unknown>[] = [];
    for (let n = 0; n < count; n++) {
      const subscription = uuid(random) as SubscriptionId;
      const person = uuid(random) as PersonId;
      const address = addressOf(n);
      const of = { subscription, list: list as ListId };
      const events: HubEvent[] = [
        {
          type: 'subscription.requested',
          data: {
            ...{ ...of, person, language: 'fr' },
            address: await keys.seal(person, address),
            lookup: keys.lookup(address),
            consent: { wording: 'bench', hash: '', form: 'bench' },
          },
        },
        { type: 'subscription.confirmed', data: of },
      ];
      const letter = uuid(random) as LetterId;
      // Many share one way to the disk.
      recording.push(store.append(`subscription-${subscription}`, events, 'no stream'));
      recording.push(store.append(`letter-${letter}`, answered({ ...of, letter }), 'no stream'));
      if (recording.length >= 400) await Promise.all(recording.splice(0));
      ids.push(subscription);
    }
    await Promise.all(recording);
    subscribed.set(list, ids);
  }
  await Promise.all([store.close(), keys.close()]);
  return subscribed;
};
