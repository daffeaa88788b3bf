import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from './index.js';
import { fetched } from './testing/fetched.js';

const folder = join(import.meta.dirname, '../../../tools/samples/documents');
const samples = readdirSync(folder);

/** How many items a sample has, counted without reading it. */
const itemsIn = (name: string, text: string): number => {
  if (!name.endsWith('.json')) return text.match(/^BEGIN:VEVENT|<(item|entry)[\s>]/gm)?.length ?? 0;
  const document = JSON.parse(text) as { items?: unknown[]; entities?: object };
  return document.items?.length ?? Object.keys(document.entities ?? {}).length;
};

describe('the samples of the demonstration', () => {
  it('are there', () => {
    expect(samples.length).toBeGreaterThan(10);
  });

  it.each(samples)('are read whole and without errors: %s', async (name) => {
    const body = readFileSync(join(folder, name));
    const { document } = await readDocument(fetched(body));
    expect(document.errors).toEqual([]);
    expect(document.reports).toHaveLength(itemsIn(name, body.toString()));
    expect(document.reports.length).toBeGreaterThan(0);
  });
});
