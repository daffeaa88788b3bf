import { subscribers, type ReadModels, type SubscriberRow } from '@relais/read-models';
import type { Keys } from '@relais/transport';
import type { ListId } from '@relais/vocabulary';

const page = 1_000;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Those who receive a list, as lines of CSV that can be imported again, their addresses opened. Memory does not grow with them. */
export async function* exportedLines(models: ReadModels, keys: Keys, list: ListId): AsyncGenerator<readonly string[]> {
  yield ['address,language,since,heard'];
  for (const { person, address, language, confirmedAt, heardAt } of confirmedOf(models, list)) {
    const opened = address === undefined ? undefined : await keys.open(person, address);
    // Of whoever was erased a moment ago there is nothing to give out.
    if (opened !== undefined)
      yield [[quoted(opened), language, confirmedAt?.slice(0, 10) ?? '', heardAt.slice(0, 10)].join(',')];
  }
}

function* confirmedOf(models: ReadModels, list: ListId): Generator<SubscriberRow> {
  const query = {
    where: { list, status: 'confirmed' },
    order: ['lookup', 'ascending'] as const,
    limit: page,
  } as const;
  let after: { value: string; key: string } | undefined;
  for (;;) {
    const found = models.find(subscribers, { ...query, ...(after && { after }) });
    for (const { row } of found) yield row;
    const last = found.at(-1);
    if (last === undefined || found.length < page) return;
    after = { value: last.row.lookup, key: last.key };
  }
}
