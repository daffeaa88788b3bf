import type { Match, Venue } from '@relais/matching';
import type { Figure, Measurement } from '../figure.ts';
import { byEquality, byLadder, type Judge } from './judged.ts';
import type { LabelledPair } from './labelled-pair.ts';
import { pairs } from './pairs.ts';
import { towns } from './towns.ts';

const count = 5_000;
/** The first set is what the rules were made with; the last was kept back, with occasions of its own, and decides. */
const sets = { 'matching-seen': { seed: 20_161_117, part: 0 }, matching: { seed: 20_261_125, part: 1 } } as const;

/** Half of the houses are known to the deployment by all their names. */
const venues: readonly Venue[] = towns.flatMap(({ name: city, venues: all }) =>
  all.filter((_, place) => place % 2 === 0).map(({ names }) => ({ city, names })),
);

type Judged = Readonly<{ pair: LabelledPair; match: Match | undefined }>;

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const percent = (part: number): number => Math.round(part * 100_000) / 1000;

const scored = (set: readonly LabelledPair[], judge: Judge) => {
  const judged: Judged[] = set.map((pair) => ({ pair, match: judge(pair) }));
  const found = judged.filter(({ match }) => match !== undefined);
  const right = found.filter(({ pair }) => pair.same).length;
  const precision = share(right, found.length);
  const recall = share(right, set.filter(({ same }) => same).length);
  const told = judged.filter(({ pair, match }) => pair.same === (match !== undefined)).length;
  return { judged, found, precision, recall, right: share(told, set.length) };
};

const rungs = (found: readonly Judged[]): Record<string, string> => {
  const by = Object.groupBy(found, ({ match }) => match?.reasons[0]?.rule ?? 'none');
  return Object.fromEntries(
    Object.entries(by).map(([rung, all = []]) => [
      `by ${rung}`,
      `${all.length}, wrong ${all.filter(({ pair }) => !pair.same).length}`,
    ]),
  );
};

const shown = ({ one, other }: LabelledPair): string =>
  [one, other].map(({ fields: { title, when, place } }) => JSON.stringify({ title, when, place })).join(' / ');

/** By reason: how many went wrong, and the first of them. */
const mistakes = (judged: readonly Judged[], tell: (line: string) => void): void => {
  const reasons = Object.groupBy(judged, ({ pair }) => `${pair.same ? 'missed' : 'taken for one'}: ${pair.reason}`);
  const worst = Object.entries(reasons)
    .map(([reason, all = []]) => ({
      reason,
      all,
      wrong: all.filter(({ pair, match }) => pair.same !== (match !== undefined)),
    }))
    .filter(({ wrong }) => wrong.length > 0)
    .sort((a, b) => b.wrong.length - a.wrong.length);
  for (const { reason, all, wrong } of worst) {
    tell(`${wrong.length} of ${all.length} ${reason}`);
    for (const { pair, match } of wrong.slice(0, 2)) tell(`    ${match?.reasons[0]?.detail ?? ''} ${shown(pair)}`);
  }
};

/** How well the ladder knows one gathering from another, over announcements made up from how people write them. */
export const matching: Figure = {
  name: 'matching',
  needs: [],
  measure: (tell) => {
    const measured = Object.entries(sets).map(([name, { seed, part }]): Measurement => {
      const set = pairs(count, seed, part);
      const [ladder, peer] = [scored(set, byLadder(venues)), scored(set, byEquality)];
      tell(`${name}: the worst mistakes`);
      mistakes(ladder.judged, tell);
      return {
        ...{
          name,
          figure: percent(ladder.right),
          unit: '% of pairs',
          ceiling: 100,
          peer: percent(peer.right),
          ratio: ladder.right,
        },
        conditions: {
          ...{ pairs: count, seed, precision: percent(ladder.precision), recall: percent(ladder.recall) },
          ...{ 'peer’s precision': percent(peer.precision), 'peer’s recall': percent(peer.recall) },
          ...rungs(ladder.found),
        },
      };
    });
    return Promise.resolve(measured.reverse());
  },
};
