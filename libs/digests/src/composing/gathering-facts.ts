import type { GatheringFact } from '@relais/digest';
import { agenda, assemblies, type AgendaRow } from '@relais/read-models';
import { addDays, daysOf, type Instant, type LocalDate } from '@relais/vocabulary';
import type { Composition } from './composition.js';
import { textOf } from './told-as.js';
import type { Window } from './windows.js';

const mostGatherings = 40;

export const cityOf = ({ models, assembly }: Pick<Composition, 'models' | 'assembly'>): string =>
  models.get(assemblies, assembly)?.profile.city ?? assembly;

type Named = Pick<Composition, 'models' | 'assembly' | 'themesOf'>;

/** A gathering as a letter tells it. */
export const gatheringFact = (row: AgendaRow, of: Named): GatheringFact => {
  const themes = of.themesOf?.(`${row.title} ${textOf(row.summary)}`) ?? [];
  return {
    gathering: row.gathering,
    city: cityOf(of),
    title: row.title,
    ...(row.when && { when: row.when }),
    ...(row.place && { place: row.place }),
    ...(row.cancelled && { cancelled: true as const }),
    ...(themes.length > 0 && { themes }),
  };
};

const startDay = ({ when }: AgendaRow): LocalDate => (when ? daysOf(when).from : '');

/** Gatherings that are not over, soonest first. */
export const gatheringsFrom = ({ models, assembly }: Named, today: LocalDate): AgendaRow[] =>
  models
    .find(agenda, { where: { assembly }, from: { day: today }, order: ['starts', 'ascending'] })
    .map(({ row }) => row);

/** The agenda of an issue, and what beyond it was recognised since the last one: each gathering in one of the two. */
export const gatheringsOf = (
  composition: Composition,
  { from, today, window }: Readonly<{ from: Instant; today: LocalDate; window: Window }>,
): Readonly<{ upcoming: GatheringFact[]; announced: GatheringFact[] }> => {
  const coming = gatheringsFrom(composition, today);
  const last = addDays(today, window.ahead);
  const inAgenda = (row: AgendaRow): boolean =>
    window.ahead >= 0 && startDay(row) <= last && (window.running || startDay(row) >= today);
  const isNew = ({ recognisedAt }: AgendaRow): boolean => recognisedAt >= from && recognisedAt < composition.until;
  const told = (rows: readonly AgendaRow[]): GatheringFact[] =>
    rows.slice(0, mostGatherings).map((row) => gatheringFact(row, composition));
  return {
    upcoming: told(coming.filter(inAgenda)),
    announced: told(coming.filter((row) => !inAgenda(row) && isNew(row))),
  };
};
