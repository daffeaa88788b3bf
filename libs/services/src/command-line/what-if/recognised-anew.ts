import { knownEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import { gatheringEventTypes, type GatheringEvent } from '@relais/gathering';
import { recorded, Rehearsal, type Recognition } from '@relais/matching';
import type { ReadableLog } from '@relais/read-models';

/**
 * A log as it would have become with other rules of recognition: everything that was recorded of sources, assemblies and
 * rulings, and what these rules would have made of it in the place of what was decided then. Nothing of it is recorded. What
 * is decided stands at the position and time of what it is decided on, so that two such logs can be compared.
 */
export class RecognisedAnew implements ReadableLog {
  constructor(
    private readonly log: ReadableLog,
    private readonly recognition: () => Recognition,
  ) {}

  head(): Promise<bigint> {
    return this.log.head();
  }

  async *readAll(): AsyncIterable<readonly Recorded[]> {
    const rehearsal = new Rehearsal(this.recognition());
    let held: Recorded[] = [];
    let last: Recorded | undefined;
    let told = false;
    const settled = (): Recorded[] => rehearsal.settle().map((event, index) => decidedAfter(last, event, index));
    for await (const page of this.log.readAll()) {
      if (held.length > 0) yield held;
      held = [];
      for (const event of page) {
        if (Object.hasOwn(gatheringEventTypes, event.type)) told = true;
        else {
          // When gatherings were told of, it was by what sources had said until then.
          if (told) held.push(...settled());
          told = false;
          rehearsal.evolve(knownEvent(event));
          held.push(event);
          last = event;
        }
      }
    }
    held.push(...settled());
    if (held.length > 0) yield held;
  }

  readAllBack(before?: bigint): AsyncIterable<readonly Recorded[]> {
    return this.log.readAllBack(before);
  }
}

const decidedAfter = (last: Recorded | undefined, event: GatheringEvent, index: number): Recorded => {
  const position = last?.position ?? 0n;
  return {
    ...recorded(event, position),
    ...{ id: `${position} ${index}`, stream: `gathering-${event.data.gathering}` },
    ...(last && { recordedAt: last.recordedAt }),
  };
};
