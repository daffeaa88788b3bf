import type { EventStore } from '@relais/event-store';
import type { Verdict } from '@relais/ruling';
import type { Basis } from '@relais/vocabulary';
import type { Asked, Refusal } from './orders.js';
import { Whereabouts } from './whereabouts.js';

const keysOf = (pair: readonly Basis[]): string =>
  pair
    .map(({ source, item }) => `${source} ${item}`)
    .sort()
    .join('\n');

/** The two announcements that are meant, if it can be ruled on them. */
export const pairMeant = async (
  store: EventStore,
  { verdict, one, other }: Asked,
): Promise<{ pair: readonly [Basis, Basis] } | { refused: Refusal }> => {
  const whereabouts = await Whereabouts.of(store);
  const found = whereabouts.pair([one, other]);
  if ('refused' in found) return found;
  const refused = against(whereabouts, verdict, found.pair);
  return refused ? { refused } : found;
};

const against = (whereabouts: Whereabouts, verdict: Verdict, pair: readonly [Basis, Basis]): Refusal | undefined => {
  const [one, other] = pair;
  if (one.source === other.source && one.item === other.item) return { type: 'one-announcement', announcement: one };
  const said = whereabouts.rulings
    .all()
    .find((ruling) => ruling.verdict === verdict && keysOf(ruling.announcements) === keysOf(pair));
  if (said) return { type: 'already-ruled', ruling: said.ruling };
  const rulingsAgainst = whereabouts.rulings.against({ verdict, announcements: pair }).map(({ ruling }) => ruling);
  return rulingsAgainst.length > 0 ? { type: 'contradicts', rulings: rulingsAgainst } : undefined;
};
