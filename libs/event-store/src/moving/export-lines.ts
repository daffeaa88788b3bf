import type { EventStore } from '../event-store.js';
import { chainOf, emptyLog, type Extent, type Numbered } from './chain-of.js';
import { LogsPart } from './logs-part.js';
import { eventLine, eventOf, headerLine, headerOf, trailerLine } from './log-lines.js';

/** Which part of a log, by positions of its store, both included. Without an end, up to where it stands now. */
export type ExportRange = Readonly<{ from?: bigint; to?: bigint }>;

async function* none(): AsyncIterable<string> {}

/**
 * A log as lines, in groups of at most a thousand and the last by itself, beside whoever writes to it. What was exported before (`soFar`, whole
 * lines) is compared with the log, and only what follows is given. Throws {@link LogsPart} where they are not of one log.
 */
export async function* exportLines(
  store: EventStore,
  { from = 1n, to }: ExportRange,
  exportedAt: string,
  soFar: AsyncIterable<string> = none(),
): AsyncIterable<readonly string[]> {
  const until = to ?? (await store.head());
  const before = new Before(soFar);
  let extent: Extent = emptyLog;
  let isBegun = false;
  for await (const page of chainOf(store)) {
    const lines: string[] = [];
    for (const event of page) {
      if (event.position > until) break;
      if (event.position >= from) {
        if (!isBegun) lines.push(...(await before.orBegin(extent, exportedAt)));
        isBegun = true;
        if (!(await before.has(event))) lines.push(eventLine(event));
      }
      extent = { events: event.number, hash: event.hash };
    }
    if (lines.length > 0) yield lines;
    if ((page.at(-1)?.position ?? 0n) >= until) break;
  }
  const begin = isBegun ? [] : await before.orBegin(extent, exportedAt);
  if (begin.length > 0) yield begin;
  await before.end(extent);
  yield [trailerLine(extent)];
}

/** What was exported before, read along. */
class Before {
  readonly #lines: AsyncIterator<string>;
  #isOver = false;

  constructor(lines: AsyncIterable<string>) {
    this.#lines = lines[Symbol.asyncIterator]();
  }

  /** The first line, unless it is there. */
  async orBegin(after: Extent, exportedAt: string): Promise<readonly string[]> {
    const line = await this.#next();
    if (line === undefined) return [headerLine(after, exportedAt)];
    const begun = headerOf(line)?.after;
    if (begun?.events === after.events && begun.hash === after.hash) return [];
    throw new LogsPart('what was exported before begins elsewhere, or is not of this log');
  }

  async has(event: Numbered): Promise<boolean> {
    const line = await this.#next();
    if (line === undefined) return false;
    const { number, hash } = eventOf(line) ?? {};
    if (number === event.number && hash === event.hash) return true;
    throw new LogsPart(`what was exported before and the log part at event ${event.number}`);
  }

  async end(extent: Extent): Promise<void> {
    if ((await this.#next()) !== undefined)
      throw new LogsPart(`what was exported before goes on after event ${extent.events}, where this export ends`);
  }

  async #next(): Promise<string | undefined> {
    if (this.#isOver) return undefined;
    const next = await this.#lines.next();
    if (!next.done) return next.value;
    this.#isOver = true;
    return undefined;
  }
}
