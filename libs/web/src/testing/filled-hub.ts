import type { ReadModels } from '@relais/read-models';
import {
  attached,
  basis,
  evening,
  founded,
  history,
  lille,
  projected,
  published,
  recognised,
  sourceOf,
} from '@relais/read-models/testing';

type Recognised = NonNullable<Parameters<typeof recognised>[0]>;
type Attached = NonNullable<Parameters<typeof attached>[0]>;
type Event = (typeof history)[number]['events'][number];

const place = { name: 'Coopérative Baraka', address: '20 rue de Sébastopol', city: 'Roubaix' };

/** A gathering that one source announces. */
export const gatheringOf = (id: string, data: Partial<Recognised> = {}): Event[] => {
  const gathering = id as NonNullable<Recognised['gathering']>;
  const own = basis('lille-wiki', id);
  return [
    recognised({ gathering, basis: own, title: `Rencontre ${id}`, ...data }),
    attached({ gathering, announcement: own, says: { title: `Rencontre ${id}` } }),
  ];
};

const sourceAdded = (id: string, title: string, sample?: true): Event => {
  const { assembly, source } = sourceOf(id, title);
  return { type: 'assembly.source-added', data: { assembly, source: { ...source, ...(sample && { sample }) } } };
};

const says = (data: Attached): Event => attached({ score: 0.95, ...data });

/** Meeting 11 as three sources told it; one of them has another hour. */
const eleven: Event[] = [
  recognised({ place, basis: basis() }),
  attached({ says: { title: 'Assemblée 11', when: evening, place, link: 'https://demosphere.example/rv/4482' } }),
  says({
    announcement: basis('lille-communecter', '57966eb1'),
    says: { title: 'Assemblée des communs 11', when: evening, link: 'https://communecter.example/#event.57966eb1' },
    reasons: [{ rule: 'mention', detail: 'links' }],
  }),
  says({
    announcement: basis('lille-facebook', '1783867235175723'),
    says: { title: 'Onzième !', when: { ...evening, starts: '2026-11-26T18:30:00Z' } },
    reasons: [{ rule: 'time-and-place', detail: 'alike' }],
  }),
];

const happenings: Event[] = [
  founded({
    profile: {
      ...{ name: 'Assemblée des communs de Lille', city: 'Lille', country: 'FR', zone: 'Europe/Paris' },
      website: 'https://lille.example/',
    },
  }),
  founded({
    assembly: 'gent' as typeof lille,
    profile: { name: 'Commons Gent', city: 'Gent', country: 'BE', zone: 'Europe/Brussels' },
  }),
  ...history.flatMap(({ events }) => events).filter(({ type }) => type !== 'assembly.founded'),
  sourceAdded('lille-demosphere', 'Démosphère Lille', true),
  sourceAdded('lille-communecter', 'Communecter'),
  sourceAdded('lille-facebook', 'Facebook'),
  sourceAdded('lille-blog', 'Blog'),
  {
    type: 'source.failed',
    data: {
      source: basis('lille-blog').source,
      assembly: lille,
      reason: { code: 'http-status', detail: '503 Service Unavailable' },
    },
  },
  ...eleven,
  ...gatheringOf('festival', { when: { kind: 'all-day', from: '2017-03-21', until: '2017-03-23' }, place }),
  ...gatheringOf('first', { when: { ...evening, starts: '2015-11-05T11:00:00Z' }, place: { name: 'Mutualab' } }),
  ...gatheringOf('undated', { when: undefined } as unknown as Partial<Recognised>),
  published({
    fields: { kind: 'news', title: 'Bilan', link: 'https://blog.example/bilan', published: '2017-11-30T23:30:00Z' },
  }),
];

/** A hub in which something of everything happened, with these events after the rest. */
export const filledHub = (...more: readonly Event[]): Promise<ReadModels> => projected(...happenings, ...more);
