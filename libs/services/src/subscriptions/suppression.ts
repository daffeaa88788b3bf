import type { Ending } from '@relais/mailing-list';
import { subscribers, type ReadModels, type SubscriberRow } from '@relais/read-models';
import type { ListId, Lookup } from '@relais/vocabulary';

/** Ends by which a person, or their provider, said no; others leave them to be brought in again. */
const isNo: Readonly<Record<Ending, boolean>> = {
  ...{ left: true, 'one-click': true, mail: true, complaint: true, erased: true },
  /** Nobody is there, or nobody answered: writing to them again is what this is to prevent. */
  ...{ undeliverable: true, unanswered: true },
  'import-undone': false,
};

/**
 * Why nobody but this person themselves may have them written to by this list; undefined where nothing stands against it. Who
 * said no to a list said no to every other one, unless they confirmed one since. All that is known of them is the keyed hash of their
 * address, which outlives their erasure.
 */
export const suppressionOf = (models: ReadModels, lookup: Lookup, list: ListId): Ending | undefined => {
  const rows = models.find(subscribers, { where: { lookup } }).map(({ row }) => row);
  const confirmed = rows.filter(({ status }) => status === 'confirmed');
  if (confirmed.some((row) => row.list === list)) return undefined;
  const noes = rows.filter((row) => row.endedReason && isNo[row.endedReason]).sort(latestFirst);
  return (confirmed.length > 0 ? noes.find((row) => row.list === list) : noes[0])?.endedReason;
};

const latestFirst = (one: SubscriberRow, other: SubscriberRow): number =>
  Date.parse(other.endedAt ?? '') - Date.parse(one.endedAt ?? '');
