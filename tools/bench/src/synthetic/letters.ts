import type { HubEvent } from '@relais/catalogue';
import type { GatheringId, IssueId, LetterId, PersonId, SubscriptionId } from '@relais/vocabulary';
import type { Chapter, DataOf } from './chapter.ts';
import { uuid, type City, type Subscriber } from './city.ts';
import type { Item } from './items.ts';
import type { Random } from './random.ts';

/** How many letters of each issue are recorded. */
const lettersAnIssue = 12;

const request = (random: Random, { list }: City, { subscription, person }: Subscriber): HubEvent => ({
  type: 'subscription.requested',
  data: {
    ...{ subscription, list, person, language: random.chance(0.9) ? 'fr' : 'en' },
    address: random.hex(72),
    lookup: random.hex(43),
    consent: { wording: 'info-1', hash: random.hex(64), form: '/abonnement' },
  },
});

/** Who comes to the list of a city in a month, and who leaves. */
export const monthOfSubscriptions = (random: Random, city: City): Chapter[] => {
  const { list, subscribers } = city;
  const come = Array.from({ length: subscribers.length === 0 ? 10 : 2 }, (): Chapter => {
    const subscriber = { subscription: uuid(random) as SubscriptionId, person: uuid(random) as PersonId };
    subscribers.push(subscriber);
    const { subscription } = subscriber;
    const confirmed: HubEvent = { type: 'subscription.confirmed', data: { subscription, list } };
    return { stream: `subscription-${subscription}`, events: [request(random, city, subscriber), confirmed] };
  });
  const leaving = random.chance(0.4) ? subscribers.shift() : undefined;
  if (leaving === undefined) return come;
  const { subscription } = leaving;
  const ended: HubEvent = { type: 'subscription.ended', data: { subscription, list, reason: 'one-click' } };
  return [...come, { stream: `subscription-${subscription}`, events: [ended] }];
};

const content = (city: City, items: readonly Item[]): DataOf<'digest.composed'>['content'] => ({
  upcoming: items.slice(0, 10).map(({ fields: { title, when, place } }, n) => ({
    ...{ gathering: `${city.gatherings - n}` as GatheringId, city: String(city.place.city), title },
    ...(when && { when }),
    ...(place && { place }),
  })),
  announced: [],
  news: items.slice(10, 16).map(({ fields: { title, link, published }, source }) => ({
    ...{ title, source },
    ...(link && { link }),
    ...(published && { published }),
  })),
});

/** The issue of a month, and the ledger of its letters. */
export const monthOfLetters = (random: Random, city: City, items: readonly Item[], at: string): Chapter[] => {
  const { list, assembly, subscribers } = city;
  const issue = `${list}-${at.slice(0, 7)}` as IssueId;
  const composed: HubEvent = {
    type: 'digest.composed',
    data: {
      ...{ issue, list, assembly, date: at.slice(0, 10), content: content(city, items) },
      period: { since: null, until: at },
      ...{ position: String(random.below(1_000_000)), template: 1, hash: random.hex(64) },
    },
  };
  const receivers = subscribers.slice(-lettersAnIssue);
  const letters = receivers.map(({ subscription }): Chapter => {
    const letter = random.hex(43) as LetterId;
    const refused = random.chance(0.02);
    return {
      stream: `letter-${letter}`,
      events: [
        { type: 'letter.intended', data: { ...{ letter, subscription, list, issue }, purpose: 'digest' } },
        { type: 'letter.handed-over', data: { letter, attempt: 1 } },
        refused
          ? { type: 'letter.refused', data: { letter, code: '550', permanent: true } }
          : { type: 'letter.accepted', data: { letter, response: `250 2.0.0 Ok: queued as ${random.hex(10)}` } },
      ],
    };
  });
  const completed: HubEvent = { type: 'digest.completed', data: { issue, letters: receivers.length } };
  return [
    { stream: `digest-${issue}`, events: [composed] },
    ...letters,
    { stream: `digest-${issue}`, events: [completed] },
  ];
};
