import { agenda, gatherings, sources, type AgendaRow, type AssemblyRow } from '@relais/read-models';
import { dayInWords } from '@relais/vocabulary';
import { AssemblyNav } from '../../components/assembly-nav.js';
import { GatheringList, isOver } from '../../components/gathering-list.js';
import { feedLinks, pathOf } from '../../components/links.js';
import { assemblyOf, todayIn } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { Page, PageRequest } from '../../page.js';
import { BarChart } from './bar-chart.js';
import { dayOfGathering, perPlace, perSource, perWeekday, perYear } from './figures.js';

const placesShown = 6;

/** The whole in numbers: how many, where, told by whom. */
const Figures = ({ request, past, row }: { request: PageRequest; past: readonly AgendaRow[]; row: AssemblyRow }) => {
  const { models, language } = request;
  const words = messages[language];
  const where = { assembly: row.assembly };
  const shown = new Set<string>(past.map(({ gathering }) => gathering));
  const whole = models.find(gatherings, { where }).flatMap((one) => (shown.has(one.key) ? [one.row] : []));
  const titles = new Map<string, string>(models.find(sources, { where }).map((one) => [one.key, one.row.title]));
  const days = past.flatMap((one) => dayOfGathering(one) ?? []);
  const places = perPlace(past);
  const told = perSource(whole, (source) => titles.get(source) ?? source);
  const announcements = told.reduce((sum, { count }) => sum + count, 0);
  const several = whole.filter((one) => one.announcements.length > 1).length;
  const figures = [
    { count: past.length, label: words.gatheringsHeld, more: words.withoutDate, of: past.length - days.length },
    { count: places.length, label: words.placesVisited },
    { count: announcements, label: words.announcementsMade, more: words.severalTimes, of: several },
  ];
  return (
    <>
      <ul class="figures">
        {figures.map(({ count, label, more, of = 0 }) => (
          <li key={label(2)} class="card">
            <b>{count}</b> {label(count)}
            {more && of > 0 && <span class="quiet">{more(of)}</span>}
          </li>
        ))}
      </ul>
      <div class="charts">
        {days.length > 0 && <BarChart caption={words.perYear} head={words.howMany} figures={perYear(days)} />}
        {days.length > 0 && (
          <BarChart caption={words.perWeekday} head={words.howMany} figures={perWeekday(days, language)} />
        )}
        {places.length > 0 && (
          <BarChart caption={words.perPlace} head={words.howMany} figures={places.slice(0, placesShown)} />
        )}
        {told.length > 0 && <BarChart caption={words.perSource} head={words.howMany} figures={told} />}
      </div>
    </>
  );
};

/** The whole history of an assembly by years, with figures; what is still to come belongs to the agenda. */
export const historyPage: Page = {
  name: 'history',
  paths: ['/:city/histoire'],
  render(request) {
    const row = assemblyOf(request);
    if (row === undefined) return undefined;
    const { models, language, path } = request;
    const words = messages[language];
    const { assembly, profile } = row;
    const today = todayIn(request, row);
    const all = models.find(agenda, { where: { assembly }, order: ['starts', 'ascending'] }).map((one) => one.row);
    const past = all.filter((one) => one.when === undefined || isOver(one, today));
    const days = past.flatMap((one) => dayOfGathering(one) ?? []).map((day) => dayInWords(day, language));
    const [first, last] = [days[0], days.at(-1)];
    const span = first && last && (days.length > 1 ? words.historyLead(first, last) : words.historyOfOne(first));
    const title = words.titleOf(words.history, profile.name);
    return {
      title,
      description: [title, span].filter(Boolean).join('. '),
      alternates: feedLinks(profile.name, assembly),
      body: (
        <>
          <AssemblyNav row={row} language={language} path={path} />
          <h1>{title}</h1>
          {span && <p class="lead">{span}</p>}
          {past.length === 0 ? (
            <p>{words.noHistory}</p>
          ) : (
            <section>
              <h2>{words.figures}</h2>
              <Figures request={request} past={past} row={row} />
            </section>
          )}
          {all.length > past.length && (
            <p>
              <a href={pathOf(`/${assembly}/agenda`, language)}>{words.stillToCome(all.length - past.length)}</a>
            </p>
          )}
          {[...Map.groupBy(past, (one) => dayOfGathering(one)?.slice(0, 4) ?? words.undated)].map(([year, rows]) => (
            <section key={year}>
              <h2 class="month">{year}</h2>
              <GatheringList rows={rows} language={language} />
            </section>
          ))}
        </>
      ),
    };
  },
};
