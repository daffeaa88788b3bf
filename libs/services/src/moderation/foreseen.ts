import { setImmediate } from 'node:timers/promises';
import { knownEvent, type HubEvent } from '@relais/catalogue';
import type { EventStore } from '@relais/event-store';
import type { GatheringEvent } from '@relais/gathering';
import { recorded, Rehearsal } from '@relais/matching';
import { recognitionFor } from '../recognising/recogniser.js';
import type { Deployment } from '../wiring/deployment.js';
import type { AdminId, RulingId } from '@relais/vocabulary';
import type { Asked, Move, Outcome, Previewed } from './orders.js';
import { pairMeant } from './pair-meant.js';

/** Who goes where, by what gatherings recorded. */
export const movesIn = (events: readonly GatheringEvent[]): readonly Move[] => {
  const left = new Map<string, Move['from']>();
  return events.flatMap(({ type, data }) => {
    if (type === 'gathering.announcement-detached')
      left.set(`${data.announcement.source} ${data.announcement.item}`, data.gathering);
    if (type !== 'gathering.announcement-attached') return [];
    const { announcement, gathering: to, says } = data;
    const from = left.get(`${announcement.source} ${announcement.item}`);
    return [{ announcement, title: says.title, ...(from && { from }), to }];
  });
};

/** What a ruling would move, were it made now; nothing is recorded. */
export const previewed = async (
  store: EventStore,
  deployment: Deployment,
  asked: Asked,
): Promise<Outcome<Previewed>> => {
  const found = await pairMeant(store, asked);
  if ('refused' in found) return found;
  const announcements = found.pair;
  const data = { ruling: 'preview' as RulingId, by: 'preview' as AdminId, verdict: asked.verdict, announcements };
  return { done: { announcements, moves: await foreseen(store, deployment, { type: 'ruling.made', data }) } };
};

const foreseen = async (store: EventStore, deployment: Deployment, event: HubEvent): Promise<readonly Move[]> => {
  const rehearsal = new Rehearsal(recognitionFor(deployment));
  let last = 0n;
  for await (const page of store.readAll()) {
    for (const one of page) {
      rehearsal.evolve(knownEvent(one));
      last = one.position;
    }
    // Whoever asks for a page meanwhile gets it.
    await setImmediate();
  }
  // What is still to be recognised anyway is not the ruling's doing.
  rehearsal.settle();
  rehearsal.evolve(recorded(event, last + 1n));
  return movesIn(rehearsal.settle());
};
