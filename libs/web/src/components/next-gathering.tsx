import type { AgendaRow } from '@relais/read-models';
import { daysOf, type Language, type LocalDate } from '@relais/vocabulary';
import { messages } from '../i18n/messages.js';
import { daysUntil } from './day.js';
import { Moment, Whereabouts } from './gathering-list.js';
import { pathOf } from './links.js';

/** The next gathering, large: what it is, when, where, and how to keep it in mind. */
export const NextGathering = ({ row, language, today }: { row: AgendaRow; language: Language; today: LocalDate }) => {
  const words = messages[language];
  const path = `/rencontres/${row.gathering}`;
  return (
    <section class="card next" aria-labelledby="prochaine">
      <p class="kicker" id="prochaine">
        {words.nextGathering}
        {row.when && ` ·\u00a0${words.inDays(daysUntil(daysOf(row.when).from, today))}`}
      </p>
      <h2>
        <a href={pathOf(path, language)} dir="auto">
          {row.title}
        </a>
      </h2>
      <p class="moment">
        <Moment when={row.when} language={language} />{' '}
        {row.cancelled && <strong class="mark bad">{words.cancelled}</strong>}
      </p>
      <Whereabouts row={row} />
      <p>
        <a class="button" href={`${path}.ics`}>
          {words.addToCalendar}
        </a>
      </p>
    </section>
  );
};
