import { agenda, type AgendaRow } from '@relais/read-models';
import { dayInWords, daysOf, isLocalDate, monthInWords, type Language } from '@relais/vocabulary';
import { GatheringList } from '../../components/gathering-list.js';
import { feedLinks, pathOf } from '../../components/links.js';
import { assemblyOf, citiesOf, todayIn } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { Page, PageRequest } from '../../page.js';
import { readCursor, writeCursor } from './cursor.js';

const pageSize = 50;

const monthOf = (row: AgendaRow, language: Language): string =>
  row.when ? monthInWords(daysOf(row.when).from, language) : messages[language].undated;

const nextPage = ({ path, query, language }: PageRequest, cursor: string): string => {
  const parameters = new URLSearchParams({ ...(query['depuis'] && { depuis: query['depuis'] }), curseur: cursor });
  return pathOf(`${path}?${parameters}`, language);
};

/** Gatherings to come, soonest first; `?depuis=` for the past, which ends with those whose date is not known. */
export const agendaPage: Page = {
  name: 'agenda',
  paths: ['/agenda', '/:city/agenda'],
  render(request) {
    const row = assemblyOf(request);
    if (request.params['city'] !== undefined && row === undefined) return undefined;
    const { models, language, query } = request;
    const words = messages[language];
    const today = todayIn(request, row);
    const { depuis = '', curseur = '' } = query;
    const badDate = depuis !== '' && !isLocalDate(depuis);
    const since = depuis !== '' && !badDate ? depuis : undefined;
    const cursor = readCursor(curseur);
    const where = row && { where: { assembly: row.assembly } };
    const found = models.find(agenda, {
      ...where,
      from: { day: since ?? today },
      order: ['starts', 'ascending'],
      limit: pageSize + 1,
      ...(cursor && { after: cursor }),
    });
    const shown = found.slice(0, pageSize).map((one) => one.row);
    const last = found[pageSize - 1];
    const more =
      found.length > pageSize && last
        ? writeCursor({ value: agenda.columns.starts(last.row) as string, key: last.key })
        : undefined;
    const undated =
      since && !more ? models.find(agenda, { where: { ...where?.where, starts: null } }).map((one) => one.row) : [];
    const title = since ? words.since(dayInWords(since, language)) : words.toCome;
    const name = row?.profile.name ?? words.hub;
    const cities = row ? undefined : citiesOf(request);
    return {
      status: badDate ? 400 : 200,
      title: `${title} : ${name}`,
      alternates: feedLinks(name, row?.assembly),
      body: (
        <>
          <p class="quiet">{name}</p>
          <h1>{title}</h1>
          {badDate && (
            <p class="notice" role="alert">
              {words.badDate}
            </p>
          )}
          {curseur !== '' && cursor === undefined && <p class="notice">{words.badCursor}</p>}
          <form method="get" action={request.path}>
            {language === 'en' && <input type="hidden" name="lang" value="en" />}
            <label for="depuis">{words.from}</label>
            <input type="date" id="depuis" name="depuis" value={since ?? ''} /> <button>{words.show}</button>
          </form>
          {shown.length === 0 && undated.length === 0 && <p>{words.noGathering}</p>}
          {[...Map.groupBy([...shown, ...undated], (one) => monthOf(one, language))].map(([month, rows]) => (
            <section key={month}>
              <h2>{month}</h2>
              <GatheringList rows={rows} language={language} today={today} {...(cities && { cities })} />
            </section>
          ))}
          {more && (
            <p>
              <a class="button" rel="next" href={nextPage(request, more)}>
                {words.more}
              </a>
            </p>
          )}
        </>
      ),
    };
  },
};
