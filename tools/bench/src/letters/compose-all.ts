import { composeIssue, editionLetter, wholeEdition } from '@relais/digests';
import { agenda, assemblies, Generations, news, SqliteReadModels } from '@relais/read-models';
import { languages } from '@relais/vocabulary';

/**
 * What a courier does that was just started when a day's issues are due: composes one of each city and renders each edition. Tells how long
 * that took since the process began, in seconds; with `read`, how long it takes to do nothing but read the rows.
 */
const [folder = '', count = '', mode] = process.argv.slice(2);
const models = new SqliteReadModels(new Generations(folder));
const all = models.find(assemblies).map(({ row }) => row);
const until = new Date(Date.parse(models.changed(agenda, news).at) + 1).toISOString();
const since = new Date(Date.parse(until) - 31 * 86_400_000).toISOString();
let [bytes, facts] = [0, 0];
for (let n = 0; n < Number(count); n++) {
  const { assembly, profile } = all[n % all.length] ?? { assembly: undefined, profile: undefined };
  if (assembly === undefined) throw new Error('there is no assembly');
  if (mode === 'read') {
    facts += models.find(agenda, { where: { assembly }, from: { day: until.slice(0, 10) } }).length;
    facts += models.find(news, { where: { assembly }, from: { recorded: since } }).length;
    continue;
  }
  const { zone, city, name: assemblyName } = profile;
  const content = composeIssue({ models, assembly, zone, since, until });
  facts += content.upcoming.length + content.announced.length + content.news.length;
  const issue = {
    ...{ issue: `info-${n}-2026-11` as never, date: until.slice(0, 10), content, assemblyName, city, zone },
    ...{ listName: `Info ${n}`, publicUrl: 'https://relais.example' },
  };
  for (const language of languages)
    for (const length of ['short', 'full'] as const) {
      const { html = '', text } = editionLetter({ ...wholeEdition(language), length }, [issue]);
      bytes += Buffer.byteLength(html) + Buffer.byteLength(text);
    }
}
models.close();
console.log(JSON.stringify({ seconds: performance.now() / 1_000, bytes, facts }));
