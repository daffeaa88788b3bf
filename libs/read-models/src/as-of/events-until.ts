import { setImmediate } from 'node:timers/promises';
import type { Recorded } from '@relais/event-sourcing';
import type { EventStore } from '@relais/event-store';

/** Every event after one position up to another, in pages; other work goes on between two of them. */
export async function* eventsUntil(
  store: EventStore,
  after: bigint,
  until: bigint,
): AsyncIterable<readonly Recorded[]> {
  if (after >= until) return;
  for await (const page of store.readAll(after)) {
    const isLast = (page.at(-1)?.position ?? 0n) >= until;
    yield isLast ? page.filter(({ position }) => position <= until) : page;
    if (isLast) return;
    await setImmediate();
  }
}
