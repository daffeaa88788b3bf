import type { ReadModels } from '@relais/read-models';
import type { Keys } from '@relais/transport';
import type { ListId } from '@relais/vocabulary';
import { rowsInPages } from './pages-of-rows.js';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Those who receive a list, as lines of CSV that can be imported again, their addresses opened. Memory does not grow with them. */
export async function* exportedLines(models: ReadModels, keys: Keys, list: ListId): AsyncGenerator<readonly string[]> {
  yield ['address,language,since,heard'];
  for (const { person, address, language, confirmedAt, heardAt } of rowsInPages(models, {
    where: { list, status: 'confirmed' },
  })) {
    const opened = address === undefined ? undefined : await keys.open(person, address);
    // Of whoever was erased a moment ago there is nothing to give out.
    if (opened !== undefined)
      yield [[quoted(opened), language, confirmedAt?.slice(0, 10) ?? '', heardAt.slice(0, 10)].join(',')];
  }
}
