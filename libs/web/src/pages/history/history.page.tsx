import { agenda, gatherings, sources, type AgendaRow } from '@relais/read-models';
import { dayInWords, daysOf } from '@relais/vocabulary';
import { GatheringList } from '../../components/gathering-list.js';
import { feedLinks } from '../../components/links.js';
import { assemblyOf, todayIn } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { Page, PageRequest } from '../../page.js';

const yearOf = ({ when }: AgendaRow): string => (when ? daysOf(when).from.slice(0, 4) : '');

/** A column of figures with bars; the numbers stand beside them, so that nothing is said by length alone. */
const Figures = ({ caption, counts }: { caption: string; counts: ReadonlyMap<string, number> }) => {
  const most = Math.max(1, ...counts.values());
  return (
    <div class="scroll">
      <table>
        <caption class="quiet">{caption}</caption>
        <tbody>
          {[...counts].map(([label, count]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {count} <span class="bar" style={{ width: `${(12 * count) / most}rem` }} aria-hidden="true" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const countBy = <Value,>(values: readonly Value[], label: (value: Value) => string): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(values, label)].map(([key, group]) => [key, group.length]));

/** How many announcements each source of the assembly made. */
const perSource = ({ models }: PageRequest, assembly: AgendaRow['assembly']): ReadonlyMap<string, number> => {
  const titles = new Map(models.find(sources, { where: { assembly } }).map(({ row }) => [row.source, row.title]));
  const announced = models.find(gatherings, { where: { assembly } }).flatMap(({ row }) => row.announcements);
  return countBy(announced, ({ source }) => titles.get(source) ?? source);
};

/** The whole history of an assembly by years, with figures. */
export const historyPage: Page = {
  name: 'history',
  paths: ['/:city/histoire'],
  render(request) {
    const row = assemblyOf(request);
    if (row === undefined) return undefined;
    const { models, language } = request;
    const words = messages[language];
    const { assembly, profile } = row;
    const all = models.find(agenda, { where: { assembly }, order: ['starts', 'ascending'] }).map((one) => one.row);
    const dated = all.flatMap((one) => (one.when ? [{ ...one, when: one.when }] : []));
    const [first, last] = [dated[0], dated.at(-1)];
    const byYear = Map.groupBy(all, yearOf);
    return {
      title: words.historyOf(profile.name),
      alternates: feedLinks(profile.name, assembly),
      body: (
        <>
          <p class="quiet">{profile.city}</p>
          <h1>{words.historyOf(profile.name)}</h1>
          <h2>{words.figures}</h2>
          <p>
            {words.count(all.length)} · {dated.length} {words.dated} · {all.length - dated.length} {words.withoutDate}
          </p>
          {first && last && (
            <p>
              {words.firstAndLast(
                dayInWords(daysOf(first.when).from, language),
                dayInWords(daysOf(last.when).until, language),
              )}
            </p>
          )}
          {dated.length > 0 && (
            <Figures caption={`${words.gatherings} / ${words.year.toLowerCase()}`} counts={countBy(dated, yearOf)} />
          )}
          {all.length > 0 && <Figures caption={words.perPlatform} counts={perSource(request, assembly)} />}
          {all.length === 0 && <p>{words.noGathering}</p>}
          {[...byYear].map(([year, rows]) => (
            <section key={year}>
              <h2>{year || words.undated}</h2>
              <GatheringList rows={rows} language={language} today={todayIn(request, row)} />
            </section>
          ))}
        </>
      ),
    };
  },
};
