import type { Event } from '@relais/event-sourcing';
import type { AssemblyId, Place, RhythmId, TimeZone } from '@relais/vocabulary';

/** A plan of gatherings that come again. */
export type Plan = Readonly<{
  title: string;
  /** On which days: an RFC 5545 RRULE without times, such as `FREQ=MONTHLY;BYDAY=-1TH` for each last Thursday. */
  rule: string;
  /** The first and the last day that it holds, YYYY-MM-DD; without `until`, until it is changed. */
  from: string;
  until?: string;
  /** At what hour, HH:MM where `zone` is, taken in turn from the first occurrence on: `12:00`, `18:00`, `12:00` … */
  times: readonly string[];
  zone: TimeZone;
  /** How long, in minutes. */
  minutes?: number;
  place?: Place;
}>;

type Of<Data> = { rhythm: RhythmId; assembly: AssemblyId } & Data;

export type RhythmEvent =
  /** An assembly means to meet like this from now on. */
  | Event<'rhythm.set', Of<{ plan: Plan }>>
  /** On this day, YYYY-MM-DD, it does not meet. */
  | Event<'rhythm.occurrence-skipped', Of<{ date: string; note?: string }>>
  /** On this day it meets after all. */
  | Event<'rhythm.occurrence-restored', Of<{ date: string }>>
  | Event<'rhythm.ended', Of<object>>;

/** Every type once: leave one out and this stops compiling. */
export const rhythmEventTypes: Record<RhythmEvent['type'], true> = {
  'rhythm.set': true,
  'rhythm.occurrence-skipped': true,
  'rhythm.occurrence-restored': true,
  'rhythm.ended': true,
};
