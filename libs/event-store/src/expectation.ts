import { isDeepStrictEqual } from 'node:util';
import type { Recorded } from '@relais/event-sourcing';
import { DuplicateId, type Appended, type Expected, type NewEvent } from './event-store.js';

/** Whether a stream at this version is where the writer expects it. */
export const isAsExpected = (expected: Expected, actual: number): boolean =>
  expected === 'any' || actual === (expected === 'no stream' ? 0 : expected);

/**
 * Where these events were recorded before, when all of them were; undefined when none was.
 * Throws {@link DuplicateId} when an id is known for anything else.
 */
export const alreadyRecorded = (
  stream: string,
  events: readonly NewEvent[],
  find: (id: string) => Recorded | undefined,
): Appended | undefined => {
  let last: Recorded | undefined;
  let known = 0;
  for (const { id, type, data } of events) {
    if (id === undefined) continue;
    const recorded = find(id.toLowerCase());
    if (recorded === undefined) continue;
    const plain: unknown = JSON.parse(JSON.stringify(data));
    if (recorded.stream !== stream || recorded.type !== type || !isDeepStrictEqual(recorded.data, plain))
      throw new DuplicateId(id);
    known++;
    last = recorded;
  }
  if (last === undefined) return undefined;
  if (known < events.length) throw new DuplicateId(last.id);
  return { version: last.version, position: last.position };
};
