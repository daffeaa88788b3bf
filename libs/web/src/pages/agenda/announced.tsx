import type { AgendaRow, AssemblyRow } from '@relais/read-models';
import { daysOf, monthInWords, type Language, type LocalDate } from '@relais/vocabulary';
import { ExpectedList } from '../../components/expected-list.js';
import { GatheringList } from '../../components/gathering-list.js';
import { NoGathering } from '../../components/no-gathering.js';
import { citiesOf, disputedAmong, todayIn } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { PageRequest } from '../../page.js';

type Of = Readonly<{ request: PageRequest; row: AssemblyRow | undefined }>;

const monthOf = ({ when }: AgendaRow, language: Language): string =>
  when ? monthInWords(daysOf(when).from, language) : messages[language].undated;

const Nothing = ({ row, language, since }: { row: AssemblyRow | undefined; language: Language; since: boolean }) =>
  since ? <p>{messages[language].noGatheringSince}</p> : <NoGathering row={row} language={language} />;

/** Gatherings month by month, in their order. */
export const Announced = ({
  request,
  row,
  rows,
  since,
}: Of & { rows: readonly AgendaRow[]; since: LocalDate | undefined }) => {
  const { language } = request;
  const cities = row ? undefined : citiesOf(request);
  const today = todayIn(request, row);
  const disputed = disputedAmong(request, rows);
  if (rows.length === 0) return <Nothing row={row} language={language} since={since !== undefined} />;
  return (
    <>
      {[...Map.groupBy(rows, (one) => monthOf(one, language))].map(([month, ofMonth]) => (
        <section key={month}>
          <h2 class="month">{month}</h2>
          <GatheringList
            rows={ofMonth}
            language={language}
            today={today}
            disputed={disputed}
            {...(cities && { cities })}
          />
        </section>
      ))}
    </>
  );
};

/** How many expected days are shown below what is announced. */
const expectedShown = 12;

/** What is expected, of one assembly or of all. */
export const ExpectedOfAgenda = ({ request, row }: Of) => (
  <ExpectedList
    request={request}
    most={expectedShown}
    assembly={row?.assembly}
    cities={row ? undefined : citiesOf(request)}
  />
);
