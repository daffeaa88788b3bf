import { subscribers, type Query, type ReadModels, type SubscriberRow } from '@relais/read-models';

const page = 1_000;
type Column = keyof (typeof subscribers)['columns'];

/**
 * Rows of subscribers in the order of their addresses' hashes, some at a time: their number costs no memory, and what changes meanwhile
 * moves no other one.
 */
export function* rowsInPages(
  models: ReadModels,
  query: Pick<Query<Column>, 'where' | 'from' | 'before'>,
): Generator<SubscriberRow> {
  let after: { value: string; key: string } | undefined;
  for (;;) {
    const found = models.find(subscribers, {
      ...query,
      ...{ order: ['lookup', 'ascending'], limit: page },
      ...(after && { after }),
    });
    for (const { row } of found) yield row;
    const last = found.at(-1);
    if (last === undefined || found.length < page) return;
    after = { value: last.row.lookup, key: last.key };
  }
}
