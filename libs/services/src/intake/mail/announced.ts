import type { ItemFields } from '@relais/source';
import { announcementReport, UnreadableDocument, type Report } from '@relais/sources';
import type { Instant, ItemKey } from '@relais/vocabulary';
import type { DeployedIntake } from '../../wiring/deployment.js';
import type { Announcement } from '../announcements.js';
import type { Letter } from './letter.js';

const day = 86_400_000;
/** A letter that begins with «Annulé»: the gathering whose announcement it answers does not take place. */
const cancelling = /^\W*(?:annulée?s?|cancell?ed)(?!\p{L})/iu;

/** When a letter was written, by which «samedi prochain» is meant; not believed where it is long ago or still to come. */
const writtenAt = (date: string | undefined, now: Instant): Instant => {
  const written = Date.parse(date ?? '');
  const at = Date.parse(now);
  return written > at - 7 * day && written < at + day / 24 ? new Date(written).toISOString() : now;
};

/** What is said of the gathering in an answer to its own announcement: what is new counts, what is left out stays. */
const amended = (known: ItemFields, said: ItemFields): ItemFields => {
  const repeated = said.summary === undefined || known.summary?.endsWith(said.summary);
  const whole = said.when !== undefined;
  const summary =
    whole || known.summary === undefined
      ? (said.summary ?? known.summary)
      : repeated
        ? known.summary
        : `${known.summary}<br />${said.summary}`;
  return {
    ...known,
    ...(said.when && { kind: 'gathering' as const, when: said.when }),
    ...(said.place && { place: said.place }),
    ...(said.link && { link: said.link }),
    ...(summary !== undefined && { summary }),
  };
};

/** The announcement that a letter makes, or the change that it makes to one of those known. Throws UnreadableDocument for an empty one. */
export const announcedBy = async (
  letter: Letter,
  intake: DeployedIntake,
  {
    keyOf,
    known,
    now,
    base,
  }: {
    keyOf: (messageId: string) => ItemKey;
    known: readonly Announcement[];
    now: Instant;
    base: string;
  },
): Promise<Report> => {
  const { zone, city } = intake;
  const whole = `${letter.subject}\n${letter.text}`.trim();
  if (whole === '') throw new UnreadableDocument('a letter without subject and text');
  const answered = letter.answers.map(keyOf).flatMap((key) => known.find(({ item }) => item === key) ?? [])[0];
  if (answered && [letter.subject, letter.text].some((part) => cancelling.test(part)))
    return { item: answered.item, fields: { ...answered.fields, status: 'cancelled' } };
  const { proposedFields } = await import('@relais/sources/announcement-text');
  const { title, date, until, starts, ends, place, link } = proposedFields(whole, {
    now: writtenAt(letter.date, now),
    zone,
    city,
  });
  const item = answered?.item ?? keyOf(letter.id ?? whole);
  const said = announcementReport(
    item,
    { title: title ?? letter.subject, date, until, starts, ends, place, link, description: letter.text },
    { zone, base, assumed: true },
  );
  return answered ? { item, fields: amended(answered.fields, said.fields) } : said;
};
