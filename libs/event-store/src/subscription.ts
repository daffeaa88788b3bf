import type { Recorded } from '@relais/event-sourcing';
import type { EventStore, Selection } from './event-store.js';
import type { Wake } from './wake.js';

/**
 * Catch-up, then live: reads on from the reader's own position each time somebody wrote. The waiting begins before the
 * reading, so that what is written in between is not missed.
 */
export async function* catchUpThenLive(
  store: Pick<EventStore, 'readAll' | 'head'>,
  wake: Wake,
  from: bigint,
  signal: AbortSignal,
  selection?: Selection,
): AsyncIterable<readonly Recorded[]> {
  let after = from;
  while (!signal.aborted) {
    const woken = new AbortController();
    const stop = (): void => woken.abort();
    signal.addEventListener('abort', stop, { once: true });
    const written = wake.next(woken.signal);
    const head = await store.head();
    if (signal.aborted) return;
    for await (const page of store.readAll(after, selection)) {
      after = page.at(-1)?.position ?? after;
      yield page;
      // The store may be closed by now: not one page further.
      if (signal.aborted) return;
    }
    // What the selection leaves out is behind us too.
    if (head > after) after = head;
    await written;
    signal.removeEventListener('abort', stop);
  }
}
