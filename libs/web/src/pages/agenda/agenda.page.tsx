import { dayInWords, isLocalDate } from '@relais/vocabulary';
import { AssemblyNav } from '../../components/assembly-nav.js';
import { feedLinks, pathOf } from '../../components/links.js';
import { allAssemblies, assemblyOf, todayIn } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { Page, PageRequest } from '../../page.js';
import { Announced, ExpectedOfAgenda } from './announced.js';
import { readCursor } from './cursor.js';
import { listing } from './listing.js';

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
      {language !== 'fr' && <input type="hidden" name="lang" value={language} />}
      <label for="depuis">{words.from}</label>
      <input type="date" id="depuis" name="depuis" value={since ?? ''} />
      <button>{words.show}</button>
    </form>
  );
};

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
          <Announced request={request} rows={rows} row={row} since={since} />
          {more && (
            <p>
              <a class="button" rel="next" href={pathOf(addressOf(more), language)}>
                {words.more}
              </a>
            </p>
          )}
          {since === undefined && after === undefined && <ExpectedOfAgenda request={request} row={row} />}
        </>
      ),
    };
  },
};
