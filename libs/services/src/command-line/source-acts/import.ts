import { readFileSync, statSync } from 'node:fs';
import { opmlOutlines, UnreadableDocument, type Outlines } from '@relais/sources';
import type { AssemblyId, SourceId } from '@relais/vocabulary';
import { askedOfCollector, FirstReading } from '../../adding/first-reading.js';
import { assemblyOfOutline, lanesOfOutlines, takeOutline, type Came } from '../../adding/outlines.js';
import { WrongUse } from '../verb.js';
import { doneBy, type SourceAct } from './source-act.js';
import { toAct } from './workplace.js';

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
    const { city } = options;
    const named = typeof city === 'string' ? (city as AssemblyId) : undefined;
    const [by, of] = [doneBy(desk, options), assemblyOfOutline(desk.deployment(), named)];
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
          const one = await takeOutline(outline, { ...acting, by, of });
          came.push(one);
          output.step(one, () => `${came.length} of ${list.outlines.length}: ${inWords(one)}`);
        }
      };
      await Promise.all(Array.from({ length: lanesOfOutlines }, work));
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
