import { canonicalJson, type Basis, type GatheringId, type ItemKey, type SourceId } from '@relais/vocabulary';
import type { GatheringEvent, Unsayable } from './events.js';
import type { Recognised } from './gathering-state.js';

const basisOf = (key: string): Basis => {
  const end = key.indexOf(' ');
  return { source: key.slice(0, end) as SourceId, item: key.slice(end + 1) as ItemKey };
};

/** What brings a gathering from what it is shown as to what it was before rulings; `last` is the announcement that came or went. */
export const asBefore = (
  gathering: GatheringId,
  shown: Recognised,
  before: Recognised,
  last: Basis,
): GatheringEvent[] => {
  const { title, when, place, summary, cancelledBy } = before;
  const differs = (field: 'title' | Unsayable): boolean =>
    canonicalJson(shown[field]?.value ?? null) !== canonicalJson(before[field]?.value ?? null);
  const unsaid = (['when', 'place', 'summary'] as const).filter(
    (field) => differs(field) && before[field] === undefined,
  );
  const events: GatheringEvent[] = [];
  if (unsaid.length > 0) events.push({ type: 'gathering.unsaid', data: { gathering, fields: unsaid, basis: last } });
  if (differs('title'))
    events.push({ type: 'gathering.retitled', data: { gathering, title: title.value, basis: basisOf(title.basis) } });
  if (when && differs('when'))
    events.push({ type: 'gathering.rescheduled', data: { gathering, when: when.value, basis: basisOf(when.basis) } });
  if (place && differs('place'))
    events.push({ type: 'gathering.relocated', data: { gathering, place: place.value, basis: basisOf(place.basis) } });
  if (summary && differs('summary'))
    events.push({
      type: 'gathering.described',
      data: { gathering, summary: summary.value, basis: basisOf(summary.basis) },
    });
  if (cancelledBy !== undefined && shown.cancelledBy === undefined)
    events.push({ type: 'gathering.cancelled', data: { gathering, basis: basisOf(cancelledBy) } });
  if (cancelledBy === undefined && shown.cancelledBy !== undefined)
    events.push({ type: 'gathering.confirmed', data: { gathering, basis: last } });
  return events;
};
