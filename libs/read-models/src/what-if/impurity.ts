import type { Recorded } from '@relais/event-sourcing';
import { Building } from '../storage/building.js';
import type { AnyProjection } from '../storage/table.js';
import { elsewhen } from './elsewhen.js';
import type { ReadableLog } from '../replaying/build-generation.js';

/** How many events are projected twice. */
const sample = 10_000;

/** Why a projection is none, as a clause; undefined for one that makes the same rows of the first events twice, a year apart. */
export const whyImpure = async (log: ReadableLog, projection: AnyProjection): Promise<string | undefined> => {
  const [once, again] = [Building.begin(':memory:', 1, [projection]), Building.begin(':memory:', 1, [projection])];
  let events = 0;
  try {
    for await (const page of log.readAll(0n, { types: Object.keys(projection.on) })) {
      // What one of them does to an event, the other must not see.
      const copy: readonly Recorded[] = structuredClone(page);
      once.apply(page);
      elsewhen(() => again.apply(copy));
      events += page.length;
      if (events >= sample) break;
    }
    if (once.digest() === elsewhen(() => again.digest())) return undefined;
  } finally {
    once.close();
    again.close();
  }
  return `is not made of events alone: it made other rows of the first ${events} events the second time (a clock, chance, or something remembered?)`;
};
