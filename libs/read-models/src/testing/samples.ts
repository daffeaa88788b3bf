import type { HubEvent } from '@relais/catalogue';
import type { EventOf } from '@relais/event-sourcing';
import type { Basis } from '@relais/gathering';
import type { AssemblyId, GatheringId, ListId, PersonId, SourceId, SubscriptionId, When } from '@relais/vocabulary';

type DataOf<Type extends HubEvent['type']> = EventOf<HubEvent, Type>['data'];

export const lille = 'lille' as AssemblyId;
const profile = { name: 'Assemblée des communs de Lille', city: 'Lille', country: 'FR', zone: 'Europe/Paris' };

/** What a specification says of an event, and the usual for the rest. */
export const founded = (data: Partial<DataOf<'assembly.founded'>> = {}): HubEvent => ({
  type: 'assembly.founded',
  data: { assembly: lille, profile, ...data },
});

export const sourceOf = (id: string, title = id): DataOf<'assembly.source-added'> => ({
  assembly: lille,
  source: { source: id as SourceId, title, url: `https://${id}.example/feed`, platform: 'wordpress' },
});

export const sourceAdded = (id: string, title?: string): HubEvent => ({
  type: 'assembly.source-added',
  data: sourceOf(id, title),
});

export const basis = (source = 'lille-demosphere', item = 'rv-11'): Basis => ({
  source: source as SourceId,
  item: item as Basis['item'],
});

/** `lille-11`, a Thursday evening, unless said otherwise. */
export const meeting = 'lille-11' as GatheringId;
export const evening = { kind: 'timed', starts: '2026-11-26T17:00:00Z', zone: 'Europe/Paris' } as const satisfies When;

export const recognised = (data: Partial<DataOf<'gathering.recognised'>> = {}): HubEvent => ({
  type: 'gathering.recognised',
  data: { gathering: meeting, assembly: lille, title: 'Assemblée 11', when: evening, basis: basis(), ...data },
});

export const attached = (data: Partial<DataOf<'gathering.announcement-attached'>> = {}): HubEvent => ({
  type: 'gathering.announcement-attached',
  data: {
    gathering: meeting,
    assembly: lille,
    announcement: basis(),
    says: { title: 'Assemblée 11' },
    score: 1,
    reasons: [{ rule: 'first', detail: 'rv-11' }],
    by: 'rule',
    ...data,
  },
});

export const detached = (announcement: Basis = basis(), gathering: GatheringId = meeting): HubEvent => ({
  type: 'gathering.announcement-detached',
  data: { gathering, announcement, reason: 'withdrawn' },
});

export const published = (data: Partial<DataOf<'source.item-published'>> = {}): HubEvent => ({
  type: 'source.item-published',
  data: {
    source: 'lille-blog' as SourceId,
    assembly: lille,
    item: 'a1' as DataOf<'source.item-published'>['item'],
    fields: { kind: 'news', title: 'Un article' },
    hash: 'h1',
    ...data,
  },
});

/** A subscription to `info-lille`: what it was asked with, and how later events name it. */
export const subscription = (number: number) => {
  const of = { subscription: `subscription-${number}` as SubscriptionId, list: 'info-lille' as ListId };
  const request: DataOf<'subscription.requested'> = {
    ...of,
    person: `person-${number}` as PersonId,
    address: `sealed-${number}`,
    lookup: `lookup-${number}`,
    consent: { wording: 'info-1', hash: 'c0ffee', form: '/lille/abonnement' },
    language: 'fr',
  };
  return { of, request };
};
