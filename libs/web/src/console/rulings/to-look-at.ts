import { agenda, gatherings, type AgendaRow, type GatheringRow } from '@relais/read-models';
import { addDays, daysOf, type GatheringId } from '@relais/vocabulary';
import { nextGatherings, todayIn } from '../../components/rows.js';
import type { PageRequest } from '../../page.js';
import type { RulingLine } from './seen.js';

/** How many gatherings are looked through, and how many of what was found are shown. */
const [looked, mostShown] = [500, 30];
/** How far back what took place is of interest, in days. */
const lately = 60;

const disputedIn = ({ models }: PageRequest, rows: readonly AgendaRow[]): readonly GatheringRow[] =>
  rows
    .flatMap(({ gathering }) => models.get(gatherings, gathering) ?? [])
    .filter(({ conflicts }) => conflicts.length > 0)
    .slice(0, mostShown);

/** The gatherings to come on which their sources do not agree, the soonest first. */
export const disputedToCome = (request: PageRequest): readonly GatheringRow[] =>
  disputedIn(request, nextGatherings(request, todayIn(request), looked));

/** The same of those that took place, the last first. */
export const disputedBefore = (request: PageRequest): readonly GatheringRow[] =>
  disputedIn(
    request,
    request.models
      .find(agenda, { before: { day: todayIn(request) }, order: ['starts', 'descending'], limit: looked })
      .map(({ row }) => row),
  );

const keyOf = ({ source, item }: { source: string; item: string }): string => `${source} ${item}`;

type Pair = readonly [AgendaRow, AgendaRow];

/** Two gatherings of one assembly on one day, to come or lately, of which nobody said yet that they are two. */
export const onOneDay = (request: PageRequest, rulings: readonly RulingLine[]): readonly Pair[] => {
  const rows = nextGatherings(request, addDays(todayIn(request), -lately), looked).filter(
    ({ cancelled }) => !cancelled,
  );
  const days = Map.groupBy(rows, ({ assembly, when }) => `${assembly} ${when ? daysOf(when).from : ''}`);
  const isRuled = ruledApart(request, rulings);
  return [...days.values()]
    .flatMap((day) => day.flatMap((one, place) => day.slice(place + 1).map((other): Pair => [one, other])))
    .filter(([one, other]) => one.when && other.when && !isRuled(one.gathering, other.gathering))
    .slice(0, mostShown);
};

/** Whether a moderator said of announcements of these two that they are not the same. */
const ruledApart = ({ models }: PageRequest, rulings: readonly RulingLine[]) => {
  const apart = rulings.filter(({ verdict, revoked }) => verdict === 'apart' && !revoked);
  return (one: GatheringId, other: GatheringId): boolean => {
    if (apart.length === 0) return false;
    const [ones, others] = [one, other].map(
      (gathering) => new Set(models.get(gatherings, gathering)?.announcements.map(keyOf)),
    );
    return apart.some(({ announcements }) => {
      const [first, second] = [keyOf(announcements[0]), keyOf(announcements[1])];
      return (ones?.has(first) && others?.has(second)) || (ones?.has(second) && others?.has(first));
    });
  };
};
