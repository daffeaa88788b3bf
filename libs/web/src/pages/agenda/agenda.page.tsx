import type { AgendaRow, AssemblyRow } from '@relais/read-models';
import { dayInWords, daysOf, isLocalDate, monthInWords, type Language } from '@relais/vocabulary';
import { AssemblyNav } from '../../components/assembly-nav.js';
import { expectedToCome } from '../../components/expected.js';
import { ExpectedList } from '../../components/expected-list.js';
import { GatheringList } from '../../components/gathering-list.js';
import { feedLinks, pathOf } from '../../components/links.js';
import { NoGathering } from '../../components/no-gathering.js';
import { allAssemblies, assemblyOf, citiesOf, todayIn } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { Page, PageRequest } from '../../page.js';
import { readCursor } from './cursor.js';
import { listing } from './listing.js';

const monthOf = ({ when }: AgendaRow, language: Language): string =>
  when ? monthInWords(daysOf(when).from, language) : messages[language].undated;

/** The agenda of each city, beside the one of all. */
const Cities = ({ request }: { request: PageRequest }) => {
  const { language } = request;
  const words = messages[language];
  return (
    <nav class="local" aria-label={words.allAssemblies}>
      <ul>
        <li>
          <a href={pathOf('/agenda', language)} aria-current="page">
            {words.allCities}
          </a>
        </li>
        {allAssemblies(request).map(({ assembly, profile }) => (
          <li key={assembly}>
            <a href={pathOf(`/${assembly}/agenda`, language)}>{profile.city}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const SinceForm = ({ request: { path, language }, since }: { request: PageRequest; since: string | undefined }) => {
  const words = messages[language];
  return (
    <form class="inline" method="get" action={path}>
      {language === 'en' && <input type="hidden" name="lang" value="en" />}
      <label for="depuis">{words.from}</label>
      <input type="date" id="depuis" name="depuis" value={since ?? ''} />
      <button>{words.show}</button>
    </form>
  );
};

const Nothing = ({ row, language, since }: { row: AssemblyRow | undefined; language: Language; since: boolean }) =>
  since ? <p>{messages[language].noGatheringSince}</p> : <NoGathering row={row} language={language} />;

/** How many expected days are shown below what is announced. */
const expectedShown = 12;

/** Gatherings to come, soonest first; `?depuis=` for the past, which ends with those whose date is not known. */
export const agendaPage: Page = {
  name: 'agenda',
  paths: ['/agenda', '/:city/agenda'],
  render(request) {
    const row = assemblyOf(request);
    if (request.params['city'] !== undefined && row === undefined) return undefined;
    const { language, path } = request;
    const { depuis = '', page = '' } = request.query;
    const words = messages[language];
    const today = todayIn(request, row);
    const since = isLocalDate(depuis) ? depuis : undefined;
    const badDate = depuis !== '' && since === undefined;
    const after = readCursor(page);
    const { rows, more } = listing(request, {
      from: since ?? today,
      past: since !== undefined,
      ...(row && { assembly: row.assembly }),
      ...(after && { after }),
    });
    const addressOf = (cursor: string | undefined): string => {
      const parameters = new URLSearchParams({ ...(since && { depuis: since }), ...(cursor && { page: cursor }) });
      return parameters.size > 0 ? `${path}?${parameters}` : path;
    };
    const title = since ? words.since(dayInWords(since, language)) : words.toCome;
    const name = row?.profile.name ?? words.hub;
    const cities = row ? undefined : citiesOf(request);
    const isBeginning = since === undefined && after === undefined;
    const expected = isBeginning ? expectedToCome(request, expectedShown, row?.assembly) : [];
    return {
      status: badDate ? 400 : 200,
      title: words.titleOf(title, name),
      description: words.titleOf(title, name),
      address: addressOf(after && page),
      alternates: feedLinks(name, row?.assembly),
      body: (
        <>
          {row ? <AssemblyNav row={row} language={language} path={path} /> : <Cities request={request} />}
          <h1>{title}</h1>
          {badDate && (
            <p class="notice" role="alert">
              {words.badDate}
            </p>
          )}
          {page !== '' && after === undefined && <p class="notice">{words.badCursor}</p>}
          <SinceForm request={request} since={since} />
          {rows.length === 0 && <Nothing row={row} language={language} since={since !== undefined} />}
          {[...Map.groupBy(rows, (one) => monthOf(one, language))].map(([month, ofMonth]) => (
            <section key={month}>
              <h2 class="month">{month}</h2>
              <GatheringList rows={ofMonth} language={language} today={today} {...(cities && { cities })} />
            </section>
          ))}
          {more && (
            <p>
              <a class="button" rel="next" href={pathOf(addressOf(more), language)}>
                {words.more}
              </a>
            </p>
          )}
          <ExpectedList expected={expected} language={language} cities={cities} />
        </>
      ),
    };
  },
};
