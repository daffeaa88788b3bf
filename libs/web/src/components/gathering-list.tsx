import type { AgendaRow } from '@relais/read-models';
import {
  daysOf,
  monthInWords,
  placeInWords,
  whenCaveat,
  whenInWords,
  type Language,
  type LocalDate,
  type When,
} from '@relais/vocabulary';
import { messages } from '../i18n/messages.js';
import { pathOf } from './links.js';

/** The first day as a calendar's leaf; a dash for what has no date. */
export const Leaf = ({ when, language }: { when: When | undefined; language: Language }) => {
  if (when === undefined)
    return (
      <div class="leaf" aria-hidden="true">
        <b>–</b>
      </div>
    );
  const { from } = daysOf(when);
  const [month, year] = monthInWords(from, language).split(' ');
  return (
    <div class="leaf" aria-hidden="true">
      <b>{Number(from.slice(8))}</b>
      <small>{month}</small>
      <small>{year}</small>
    </div>
  );
};

/** When, as a `time` element that machines read too. */
export const Moment = ({ when, language }: { when: When | undefined; language: Language }) => {
  const caveat = whenCaveat(when, language);
  const text = `${whenInWords(when, language)}${caveat ? ` (${caveat})` : ''}`;
  if (when === undefined) return <span>{text}</span>;
  return <time dateTime={when.kind === 'all-day' ? when.from : when.starts}>{text}</time>;
};

/** Where, with the city in front where several cities are shown and the place does not name it. */
export const Whereabouts = ({ row, city }: { row: Pick<AgendaRow, 'place'>; city?: string | undefined }) => {
  const place = placeInWords(row.place);
  const parts = [city, place].filter((part, index, all) => part && all.indexOf(part) === index);
  return parts.length > 0 ? (
    <p class="quiet">
      <bdi>{parts.join(' · ')}</bdi>
    </p>
  ) : null;
};

export const isOver = ({ when }: Pick<AgendaRow, 'when'>, today: LocalDate): boolean =>
  when !== undefined && daysOf(when).until < today;

/** Gatherings in their order. `today` marks those that are over; `cities` names the assembly where several are shown. */
export const GatheringList = ({
  rows,
  language,
  today,
  cities,
  disputed,
}: {
  rows: readonly AgendaRow[];
  language: Language;
  today?: LocalDate;
  cities?: ReadonlyMap<string, string>;
  /** Those on which the sources do not agree. */
  disputed?: ReadonlySet<string>;
}) => {
  const words = messages[language];
  return (
    <ul class="meetings">
      {rows.map((row) => (
        <li key={row.gathering} class={row.cancelled ? 'off' : undefined}>
          <Leaf when={row.when} language={language} />
          <div>
            <h3>
              <a href={pathOf(`/rencontres/${row.gathering}`, language)} dir="auto">
                {row.title}
              </a>
            </h3>
            <p>
              <Moment when={row.when} language={language} />
              {today && isOver(row, today) && <span class="quiet"> · {words.past}</span>}{' '}
              {row.cancelled && <strong class="mark bad">{words.cancelled}</strong>}{' '}
              {disputed?.has(row.gathering) && <span class="mark bad">{words.disputed}</span>}
            </p>
            <Whereabouts row={row} city={cities?.get(row.assembly)} />
            {row.announcements > 1 && <p class="quiet">{words.announcedAt(row.announcements)}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
};
