import { chained, isOneLine } from '../chain.js';
import type { Extent, Numbered } from './chain-of.js';
import { eventOf, headerOf, logFormat, trailerOf } from './log-lines.js';

/** An exported log is not as it was written; the message names the line, and what is whole before it. */
export class DamagedExport extends Error {
  override readonly name = 'DamagedExport';
  constructor(
    readonly line: number,
    what: string,
    whole: number,
  ) {
    super(`line ${line} ${what}; ${whole === 0 ? 'no event before it' : `the ${whole} events before it are whole`}`);
  }
}

/** Part of a log, from after an event on: each page is as it was written when it is given out, and the end when all were. */
export type Course = Readonly<{ after: Extent; pages: AsyncIterable<readonly Numbered[]> }>;

const pageSize = 1_000;

/** What the lines of an export hold. Throws {@link DamagedExport} at the first line that is not as it was written. */
export const exportedLog = async (lines: AsyncIterable<string>): Promise<Course> => {
  const rest = lines[Symbol.asyncIterator]();
  const first = (await rest.next()).value as string | undefined;
  const header = headerOf(first);
  if (header === undefined)
    throw new DamagedExport(
      1,
      `does not say that this is an exported log of Relais («${first?.slice(0, 40) ?? ''}»)`,
      0,
    );
  if (header.format > logFormat)
    throw new DamagedExport(
      1,
      `is of a newer Relais (format ${header.format}, this one knows ${logFormat}): import it there`,
      0,
    );
  return { after: header.after, pages: pagesOf(rest, header.after) };
};

async function* pagesOf(lines: AsyncIterator<string>, after: Extent): AsyncIterable<readonly Numbered[]> {
  let [page, last, line]: [Numbered[], Extent, number] = [[], after, 1];
  const damaged = (what: string): DamagedExport => new DamagedExport(line, what, last.events - after.events);
  for (;;) {
    const next = await lines.next();
    line++;
    if (next.done) throw damaged('is missing: the end was cut off');
    const event = eventOf(next.value);
    if (event === undefined) {
      checkEnd(next.value, last, damaged);
      line++;
      if (!(await lines.next()).done) throw damaged('follows the end');
      if (page.length > 0) yield page;
      return;
    }
    if (event.number !== last.events + 1) throw damaged(`is event ${event.number}, where ${last.events + 1} should be`);
    const { id, stream, type, recordedAt, metadata, data } = event;
    if (![id, stream, type, recordedAt, metadata, data].every(isOneLine) || chained(last.hash, event) !== event.hash)
      throw damaged('is not as it was written (its hash does not fit)');
    last = { events: event.number, hash: event.hash };
    page.push(event);
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
}

const checkEnd = (line: string, last: Extent, damaged: (what: string) => DamagedExport): void => {
  const trailer = trailerOf(line);
  if (trailer === undefined) throw damaged('is no event that can be read');
  if (trailer.events !== last.events || trailer.hash !== last.hash)
    throw damaged(
      `says that there are ${trailer.events} events, and there are ${last.events}: some before it are missing`,
    );
};
