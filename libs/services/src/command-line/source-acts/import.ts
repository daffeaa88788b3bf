import { readFileSync, statSync } from 'node:fs';
import { opmlOutlines, UnreadableDocument, type Outline, type Outlines } from '@relais/sources';
import type { AssemblyId, SourceId } from '@relais/vocabulary';
import { askedOfCollector, FirstReading } from '../../adding/first-reading.js';
import { slugOf } from '../../adding/proposals.js';
import { refusalInWords } from '../../adding/refusal-in-words.js';
import type { DeployedAssembly } from '../../wiring/deployment.js';
import { WrongUse, type Desk } from '../verb.js';
import { doneBy, type SourceAct } from './source-act.js';
import { toAct, type Acting } from './workplace.js';

/** What came of one outline. */
type Came = Readonly<{ url: string; title?: string }> &
  (
    | Readonly<{ came: 'added'; source: SourceId; read: string }>
    | Readonly<{ came: 'there'; source: SourceId }>
    | Readonly<{ came: 'not'; reason: string }>
  );

/** How many are looked at at the same time: their servers are different ones, mostly. */
const lanes = 8;
const largest = 20_000_000;

/** Read by the running collector; where none runs, all of them are read when one does. */
class AskedOfCollector extends FirstReading {
  constructor(private readonly dataFolder: string) {
    super();
  }

  read(source: SourceId): ReturnType<FirstReading['read']> {
    return askedOfCollector(this.dataFolder, source);
  }
}

const outlinesIn = (file: string): Outlines => {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new WrongUse(`${file}: there is no such file`);
  if (stat.size > largest) throw new WrongUse(`${file}: larger than ${largest / 1_000_000} MB`);
  return opmlOutlines(readFileSync(file));
};

/** The assembly that was named, or the one that an outline stands below, by its name or city. */
const assemblyOf = (desk: Desk, city: unknown): ((outline: Outline) => DeployedAssembly | undefined) => {
  const deployment = desk.deployment();
  if (typeof city === 'string') {
    const named = deployment.assembly(city as AssemblyId);
    return () => named;
  }
  const byName = new Map(
    deployment.assemblies.flatMap((one) =>
      [one.id, one.profile.name, one.profile.city].map((name) => [slugOf(name), one] as const),
    ),
  );
  return ({ groups }) => groups.flatMap((group) => byName.get(slugOf(group)) ?? []).at(-1);
};

type Errand = Acting & Readonly<{ by: ReturnType<typeof doneBy>; of: ReturnType<typeof assemblyOf> }>;

const take = async (outline: Outline, { roster, suggestions, adding, by, of }: Errand): Promise<Came> => {
  const { url, title, site } = outline;
  const about = { url, ...(title !== undefined && { title }) };
  const assembly = of(outline);
  if (assembly === undefined) return { ...about, came: 'not', reason: 'of which assembly? --city SLUG' };
  const known = roster.readingAt(url);
  if (known?.assembly === assembly.id) return { ...about, came: 'there', source: known.description.source };
  const suggested = await suggestions.suggest(url, { zone: assembly.profile.zone });
  const [best] = suggested.suggestions;
  if (best === undefined) return { ...about, came: 'not', reason: suggested.problem ?? 'nothing to read' };
  const page = site ?? best.site;
  const wanted = { url: best.url, title: title ?? best.title, platform: best.platform };
  const added = await adding.add({ assembly: assembly.id, by, ...wanted, ...(page !== undefined && { site: page }) });
  if ('added' in added) {
    const read = added.first === 'later' ? 'later' : added.first.outcome;
    return { ...about, came: 'added', source: added.added.source, read };
  }
  return added.refused.type === 'read-already'
    ? { ...about, came: 'there', source: added.refused.source }
    : { ...about, came: 'not', reason: refusalInWords(added.refused) };
};

const inWords = (one: Came): string => {
  if (one.came === 'added') return `added  ${one.source}  ${one.url} (${one.read})`;
  return one.came === 'there' ? `there  ${one.source}  ${one.url}` : `not    ${one.url}: ${one.reason}`;
};

/** Adds what a list of subscriptions names. What is there already is left alone, so that it can be done again. */
export const importAll: SourceAct = {
  name: 'import',
  operand: 'FILE.opml',
  async run(desk, options, file) {
    const { output, settings } = desk;
    const [by, of] = [doneBy(desk, options), assemblyOf(desk, options['city'])];
    const list = read(file);
    if ('unreadable' in list) {
      output.say({ file, unreadable: list.unreadable }, () => `${file}: ${list.unreadable}`);
      return 1;
    }
    const came: Came[] = [];
    await toAct(desk, new AskedOfCollector(settings.dataFolder), async (acting) => {
      const left = list.outlines.values();
      const work = async (): Promise<void> => {
        for (const outline of left) {
          const one = await take(outline, { ...acting, by, of });
          came.push(one);
          output.step(one, () => `${came.length} of ${list.outlines.length}: ${inWords(one)}`);
        }
      };
      await Promise.all(Array.from({ length: lanes }, work));
    });
    output.stepsEnd();
    const count = (what: Came['came']): number => came.filter((one) => one.came === what).length;
    const counts = { outlines: list.outlines.length, added: count('added'), there: count('there'), not: count('not') };
    output.say({ file, ...counts, errors: list.errors, came }, () =>
      [
        ...came.map(inWords),
        ...list.errors.map(({ where, what }) => `!      ${where} ${what}`),
        `${counts.outlines} outlines: ${counts.added} added, ${counts.there} there already, ${counts.not} not added`,
      ].join('\n'),
    );
    return counts.not > 0 && counts.added + counts.there === 0 ? 1 : 0;
  },
};

const read = (file: string): Outlines | Readonly<{ unreadable: string }> => {
  try {
    return outlinesIn(file);
  } catch (error) {
    if (error instanceof UnreadableDocument) return { unreadable: error.message };
    throw error;
  }
};
