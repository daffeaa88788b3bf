import { readFileSync } from 'node:fs';
import { readCalendar, UnreadableDocument, type Period, type ReadDocument } from '@relais/sources';

/** What came of a file: its document, the reason why it is none, or what it should never have thrown. */
export type Reading = Readonly<{ document?: ReadDocument; refusal?: string; thrown?: string }>;

/** The years from one to another, as a period that is read whole. */
export const years = (from: number, to: number): Period => ({
  recent: Date.UTC(from, 0, -1),
  today: Date.UTC(from, 0, -1),
  horizon: Date.UTC(to, 0, 2),
  most: 50_000,
});

/** Reads a calendar for a source in UTC: a zone that no calendar here relies on. */
export const reading = (body: Uint8Array, period: Period): Reading => {
  const fetched = { url: 'https://example.test/calendar', mediaType: '', body, zone: 'UTC' };
  try {
    return { document: readCalendar({ ...fetched, fetchedAt: '2026-11-01T12:00:00Z' }, period) };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return error instanceof UnreadableDocument ? { refusal: what } : { thrown: what };
  }
};

export const readingOf = (file: string, period: Period): Reading => reading(readFileSync(file), period);
