import { DocumentReader, UnreadableDocument, type Fetched, type ReadDocument } from '@relais/sources';
import { FetchFailed, type Fetcher, type FetchResult } from '@relais/transport';
import type { Clock, TimeZone } from '@relais/vocabulary';

/** How long one request and all of them together may take, in milliseconds, and how many there may be. */
export type Patience = Readonly<{ each: number; all: number; requests: number }>;

export const usualPatience: Patience = { each: 10_000, all: 30_000, requests: 8 };

/** What an address gave; `movedTo` where its server says that it is for good elsewhere. */
export type Found = Fetched & Readonly<{ asked: string; movedTo?: string }>;
/** A document as it was read, or why it cannot be. */
export type Reading = Readonly<{ format: string; document: ReadDocument }> | Readonly<{ unreadable: string }>;

type Means = Readonly<{ fetcher: Fetcher; reader: DocumentReader; clock: Clock; zone: TimeZone; signal: AbortSignal }>;

/** Looks at addresses one after another, as few of them and as briefly as whoever waits for it can bear. */
export class Inquiry {
  #left: number;
  readonly #end: AbortSignal;

  constructor(
    private readonly means: Means,
    private readonly patience: Patience,
  ) {
    this.#left = patience.requests;
    this.#end = AbortSignal.any([means.signal, AbortSignal.timeout(patience.all)]);
  }

  get mayGoOn(): boolean {
    return this.#left > 0 && !this.#end.aborted;
  }

  /** What is at an address, or why nothing is. */
  async fetch(url: string): Promise<Found | Readonly<{ failed: string }>> {
    const { fetcher, clock, zone } = this.means;
    this.#left--;
    const late = AbortSignal.timeout(this.patience.each);
    try {
      const result: FetchResult = await fetcher.fetch({ url, signal: AbortSignal.any([this.#end, late]) });
      if (result.status === 'not-modified') return { failed: 'said not to have changed, though nobody asked that' };
      const { mediaType, body, movedTo } = result;
      return {
        asked: url,
        url: result.url,
        mediaType,
        body,
        fetchedAt: clock.now(),
        zone,
        ...(movedTo !== undefined && { movedTo }),
      };
    } catch (error) {
      if (error instanceof FetchFailed) return { failed: error.message };
      this.means.signal.throwIfAborted();
      if (late.aborted) return { failed: `no answer within ${this.patience.each / 1_000} s` };
      if (this.#end.aborted) return { failed: `all of it took longer than ${this.patience.all / 1_000} s` };
      throw error;
    }
  }

  async read(found: Found): Promise<Reading> {
    const { url, mediaType, body, fetchedAt, zone } = found;
    try {
      return await this.means.reader.read({ url, mediaType, body, fetchedAt, zone });
    } catch (error) {
      if (error instanceof UnreadableDocument) return { unreadable: error.message };
      throw error;
    }
  }
}
