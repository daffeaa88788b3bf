import type { Instant, ItemKey, LocalDate, Place, TimeZone } from '@relais/vocabulary';
import type { ReadDocument, ReadingError, Report, UnreadableDocument } from './source-format.js';

/** An item as `relais read` shows it. What the document does not say is null. */
export type DescribedItem = Readonly<{
  id: ItemKey;
  title: string;
  link: string | null;
  published: Instant | null;
  updated: Instant | null;
  /** Shown to whoever reads a document by hand; never recorded. */
  author: string | null;
  /** Sanitised HTML. */
  summary: string | null;
  /** An instant; of whole days the first. */
  starts: Instant | LocalDate | null;
  /** An instant; of whole days the last one, included. */
  ends: Instant | LocalDate | null;
  /** Null where it is not said when it is. */
  allDay: boolean | null;
  /** The zone in which `starts` and `ends` are shown; null for whole days. */
  zone: TimeZone | null;
  place: Place | null;
  status: 'confirmed' | 'tentative' | 'cancelled' | null;
  /** The RRULE of the series that it is an occurrence of. */
  recurrence: string | null;
}>;

/** A document as `relais read --json` prints it: every member is always there, in this order. `format` is null where it was refused. */
export type DescribedDocument = Readonly<{
  file: string;
  format: string | null;
  title: string | null;
  link: string | null;
  items: readonly DescribedItem[];
  errors: readonly ReadingError[];
}>;

/** What a document says, for people and programs that read it by hand; takes what `readDocument` resolves to. */
export const describedDocument = (
  file: string,
  { format, document }: Readonly<{ format: string; document: ReadDocument }>,
): DescribedDocument => ({
  file,
  format,
  title: document.title ?? null,
  link: document.link ?? null,
  items: document.reports.map(describedItem),
  errors: document.errors,
});

/** A document that was refused, in the same shape: no items, and one error that says why. */
export const describedRefusal = (file: string, { message }: UnreadableDocument): DescribedDocument => ({
  file,
  ...{ format: null, title: null, link: null, items: [] },
  errors: [{ where: 'the document', what: message }],
});

const describedItem = ({ item, fields, updated, author, recurrence }: Report): DescribedItem => ({
  id: item,
  title: fields.title,
  link: fields.link ?? null,
  published: fields.published ?? null,
  updated: updated ?? null,
  author: author ?? null,
  summary: fields.summary ?? null,
  ...describedTime(fields.when),
  place: fields.place ?? null,
  status: fields.status ?? null,
  recurrence: recurrence ?? null,
});

const describedTime = (when: Report['fields']['when']): Pick<DescribedItem, 'starts' | 'ends' | 'allDay' | 'zone'> => {
  if (when === undefined) return { starts: null, ends: null, allDay: null, zone: null };
  return when.kind === 'all-day'
    ? { starts: when.from, ends: when.until, allDay: true, zone: null }
    : { starts: when.starts, ends: when.ends ?? null, allDay: false, zone: when.zone };
};
