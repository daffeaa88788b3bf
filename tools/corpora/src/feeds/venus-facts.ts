import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shared } from '../shared.ts';
import type { Fact } from './facts.ts';
import { fact, type GoldenDocument } from './golden-documents.ts';

/** What is read of Planet Venus' tests. */
export const venus = 'corpora/rubys+venus/tests/data';

/** Planet's names for what we call title, link, id and date: of its entry, and of the first item in what it makes of that. */
const fields = [
  [/^(?:title_detail\.value|Items\[0\]\['title_plain'\])$/, 'title'],
  [/^(?:id|Items\[0\]\['id'\])$/, 'id'],
  [/^Items\[0\]\['link'\]$/, 'link'],
  [/^(?:updated_parsed|published_parsed|Items\[0\]\['(?:updated|published)_iso'\])$/, 'date'],
] as const;

/** A text in Python's notation; one without `u` is UTF-8 in bytes. */
const textOf = (unicode: string, written: string): string => {
  const text = written.replace(/\\x([\da-f]{2})/g, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return unicode === 'u' ? text : Buffer.from(text, 'latin1').toString('utf8');
};

const valueOf = (written: string): string | number | undefined => {
  const [, unicode = '', text] = /^(u?)'(.*)'$/.exec(written) ?? [];
  if (text !== undefined) return textOf(unicode, text);
  const [year, month, ...rest] = [...written.matchAll(/\d+/g)].map(Number);
  return year === undefined || month === undefined ? undefined : Date.UTC(year, month - 1, ...rest.slice(0, 4));
};

/** Each `this == that` of an expectation. An id that Planet has made up itself, of a hash, is none of the document's. */
const factsIn = (document: string): readonly Fact[] => {
  const expectation = /Expect:\s*(.+)/.exec(document)?.[1] ?? '';
  return expectation.split(' and ').flatMap((conjunct) => {
    const [, name = '', written = ''] = /^\s*(\S+)\s*==\s*(u?'.*?'|\([\d, ]+\))\s*$/.exec(conjunct) ?? [];
    const field = fields.find(([pattern]) => pattern.test(name))?.[1];
    const value = valueOf(written);
    return field === undefined || value === '' || /\/[\da-f]{32}$/.test(String(value)) ? [] : fact(0, field, value);
  });
};

/** The documents of one entry each that Planet Venus is tested with. */
export const venusDocuments = (): readonly GoldenDocument[] =>
  readdirSync(shared(venus), { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(reconstitute|filter)\/.*\.xml$/.test(file))
    .sort()
    .map((file) => join(venus, file))
    .map((path) => ({ path, facts: factsIn(readFileSync(shared(path), 'utf8')) }))
    .filter(({ facts }) => facts.length > 0);
