import { subscribers, type ReadModels, type SubscriberRow } from '@relais/read-models';
import type { ImportId, ListId, Lookup } from '@relais/vocabulary';
import { suppressionOf } from '../subscriptions/suppression.js';

/**
 * How an address stands that a file brings: `new`; `imported` by this import, before it was interrupted; `known`: subscribed already, and left
 * alone; `left`: they said no, or nobody is there, and only they themselves can change that.
 */
export type Standing = 'new' | 'imported' | 'known' | 'left';

export const standingOf = (
  models: ReadModels,
  { lookup, list, id }: Readonly<{ lookup: Lookup; list: ListId; id: ImportId }>,
): Standing => {
  const rows = models.find(subscribers, { where: { lookup, list } }).map(({ row }) => row);
  const isHere = (row: SubscriberRow): boolean => row.status === 'confirmed';
  if (rows.some((row) => row.import === id && isHere(row))) return 'imported';
  if (rows.some(isHere)) return 'known';
  return suppressionOf(models, lookup, list) === undefined ? 'new' : 'left';
};
