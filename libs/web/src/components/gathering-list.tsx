import type { AgendaRow } from '@relais/read-models';
import {
  daysOf,
  monthInWords,
  placeInWords,
  whenCaveat,
  whenInWords,
  type Language,
  type When,
} from '@relais/vocabulary';
import { messages } from '../i18n/messages.js';
import { pathOf } from './links.js';

/** The first day as a calendar's leaf; a dash for what has no date. */
const Leaf = ({ when, language }: { when: When | undefined; language: Language }) => {
  if (when === undefined)
    return (
      <div class="leaf" aria-hidden="true">
        <b>–</b>
      </div>
    );
  const { from } = daysOf(when);
  return (
    <div class="leaf" aria-hidden="true">
      <b>{Number(from.slice(8))}</b>
      <small>{monthInWords(from, language)}</small>
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

/** Gatherings in their order. `today` marks those that are over; `cities` names the assembly where several are shown. */
export const GatheringList = ({
  rows,
  language,
  today,
  cities,
}: {
  rows: readonly AgendaRow[];
  language: Language;
  today: string;
  cities?: ReadonlyMap<string, string>;
}) => {
  const words = messages[language];
  return (
    <ul class="meetings">
      {rows.map((row) => {
        const place = placeInWords(row.place);
        const city = cities?.get(row.assembly);
        const over = row.when !== undefined && daysOf(row.when).until < today;
        return (
          <li key={row.gathering}>
            <Leaf when={row.when} language={language} />
            <div>
              <h3>
                <a href={pathOf(`/rencontres/${row.gathering}`, language)}>{row.title}</a>
              </h3>
              <p>
                <Moment when={row.when} language={language} />
                {over && <span class="quiet"> · {words.past}</span>}
                {row.cancelled && (
                  <>
                    {' '}
                    · <strong class="mark bad">{words.cancelled}</strong>
                  </>
                )}
              </p>
              {(place || city) && (
                <p class="quiet">
                  {[city, place].filter((part, index, all) => part && all.indexOf(part) === index).join(' · ')}
                </p>
              )}
              {row.announcements > 1 && <p class="quiet">{words.announcedAt(row.announcements)}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
};
