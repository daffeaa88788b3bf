import type { EventStore } from '../event-store.js';
import { chainOf, extentOf, emptyLog, type Extent, type Numbered } from './chain-of.js';
import type { Course } from './exported-log.js';
import { LogsPart } from './logs-part.js';

/** How a log was brought to where another is: how far it goes now, and how many events were recorded for it. */
export type GoneOn = Readonly<Extent & { recorded: number }>;

const event = ({ number, stream, version }: Numbered): string => `event ${number} (${stream}, version ${version})`;

/**
 * Records in a log what another holds beyond it, as it is there. What it holds already must be the beginning of the
 * other, event by event; throws {@link LogsPart} where they part, and then has recorded nothing. Afterwards the whole log
 * is read again, and must be the other's in number and hash. Nobody else may write to it meanwhile.
 */
export const goOn = async (
  store: EventStore,
  { after, pages }: Course,
  progress: (events: number) => void = () => undefined,
): Promise<GoneOn> => {
  const ahead = new Ahead(pages);
  let here = emptyLog;
  for await (const page of chainOf(store))
    for (const held of page) {
      here = { events: held.number, hash: held.hash };
      if (held.number < after.events) continue;
      if (held.number === after.events) checkBeginning(held, after);
      else checkSame(held, await ahead.next());
    }
  if (here.events < after.events)
    throw new LogsPart(
      `what is to come begins after event ${after.events}, and the log ends at ${here.events}: what is between must come first`,
    );
  let end = here;
  for await (const rest of ahead.rest()) {
    await store.copy(rest);
    const last = rest.at(-1) as Numbered;
    end = { events: last.number, hash: last.hash };
    progress(end.events);
  }
  return { ...(await proven(store, end)), recorded: end.events - here.events };
};

const checkBeginning = (held: Numbered, after: Extent): void => {
  if (held.hash !== after.hash)
    throw new LogsPart(`what is to come goes on from another log: ${event(held)} of this one is not the one before it`);
};

const checkSame = (held: Numbered, other: Numbered | undefined): void => {
  if (other === undefined)
    throw new LogsPart(`the log goes on with ${event(held)}, where what is to come ends: it holds all of it and more`);
  if (other.hash !== held.hash)
    throw new LogsPart(
      `they part at ${event(held)}: there it is ${other.stream}, version ${other.version}, of ${other.recordedAt}`,
    );
};

const proven = async (store: EventStore, end: Extent): Promise<Extent> => {
  const found = await extentOf(store);
  if (found.events !== end.events || found.hash !== end.hash)
    throw new LogsPart(
      `the log holds ${found.events} events with the hash ${found.hash} and should hold ${end.events} with ${end.hash}: something else wrote to it`,
    );
  return found;
};

/** The other log, read along. */
class Ahead {
  readonly #pages: AsyncIterator<readonly Numbered[]>;
  #page: readonly Numbered[] = [];
  #at = 0;

  constructor(pages: AsyncIterable<readonly Numbered[]>) {
    this.#pages = pages[Symbol.asyncIterator]();
  }

  async next(): Promise<Numbered | undefined> {
    while (this.#at >= this.#page.length) {
      const next = await this.#pages.next();
      if (next.done) return undefined;
      [this.#page, this.#at] = [next.value, 0];
    }
    return this.#page[this.#at++];
  }

  /** What was not asked for yet, in pages. */
  async *rest(): AsyncIterable<readonly Numbered[]> {
    const begun = this.#page.slice(this.#at);
    if (begun.length > 0) yield begun;
    for (let next = await this.#pages.next(); !next.done; next = await this.#pages.next()) yield next.value;
  }
}
