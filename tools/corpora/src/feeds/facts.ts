import { readFileSync } from 'node:fs';
import { shared } from '../shared.ts';

/** Which figure a fact counts for. */
export type Group = 'core' | 'other' | 'base' | 'sanitised';

/** What a document says, as somebody else's reader understands it. */
export type Fact = Readonly<{
  group: Group;
  /** The number of the item; undefined for the feed itself. */
  item: number | undefined;
  field: Field;
  expected: string | number;
}>;

type Field = 'title' | 'link' | 'id' | 'date' | 'body' | 'description' | 'rights' | 'author' | 'theme' | 'enclosure';

/** A document of the corpus, how it was served, and its facts; `headers` by their names in lower case. */
export type Sample = Readonly<{ file: string; headers: Readonly<Record<string, string>>; facts: readonly Fact[] }>;

type Row = Readonly<{
  file: string;
  headers: Record<string, string>;
  atoms: readonly Readonly<{ path: readonly (string | number)[]; value: unknown }>[];
}>;

/** Their names for a field, ours beside it. What is not here is not read by Relais, and named nowhere in its reports. */
const fields: readonly (readonly [RegExp, Field])[] = [
  [/^title(_detail\.value)?$/, 'title'],
  [/^link$/, 'link'],
  [/^(id|guid)$/, 'id'],
  [/^(updated|published|created)(_parsed)?$/, 'date'],
  [/^item\.((summary|description)(_detail\.value)?|content\.\d\.value)$/, 'body'],
  [/^feed\.(subtitle|tagline|description|info)(_detail\.value)?$/, 'description'],
  [/^feed\.(rights|copyright)(_detail\.value)?$/, 'rights'],
  [/^(author|author_detail\.name)$/, 'author'],
  [/^item\.(category|tags\.\d\.term)$/, 'theme'],
  [/^item\.enclosures\.\d\.(url|href)$/, 'enclosure'],
];

const core: readonly Field[] = ['title', 'link', 'id', 'date'];

const groupOf = (file: string, field: Field): Group => {
  if (file.includes('/sanitize/')) return 'sanitised';
  if (file.includes('/base/')) return 'base';
  return core.includes(field) ? 'core' : 'other';
};

const valueOf = (value: unknown): string | number | undefined => {
  if (typeof value === 'string') return value;
  const instant = (value as { $t?: number } | null)?.$t;
  return typeof instant === 'number' ? instant * 1_000 : undefined;
};

const factOf = (file: string, { path, value }: Row['atoms'][number]): Fact | undefined => {
  const [of, ...rest] = path;
  const item = of === 'entries' && typeof rest[0] === 'number' ? rest.shift() : undefined;
  const name = rest.join('.');
  const scoped = `${item === undefined ? 'feed' : 'item'}.${name}`;
  const field = fields.find(([pattern]) => pattern.test(name) || pattern.test(scoped))?.[1];
  const expected = valueOf(value);
  if (field === undefined || expected === undefined || (of !== 'feed' && item === undefined)) return undefined;
  return { group: groupOf(file, field), item: item as number | undefined, field, expected };
};

/** What of the corpus `kurtmckee+feedparser` this reads. */
export const needs = ['corpora/kurtmckee+feedparser', 'corpora/derived/feedparser-expect.json'];

/** The documents of feedparser's corpus with the facts of them that a reader of feeds should find. */
export const samples = (): readonly Sample[] => {
  const rows = JSON.parse(readFileSync(shared(needs[1] ?? ''), 'utf8')) as Row[];
  return rows.map(({ file, headers, atoms }) => ({
    file,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    facts: atoms.flatMap((atom) => factOf(file, atom) ?? []),
  }));
};
