import { LineCounter, isMap, isNode, isScalar, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import { configurationSchema, type Configuration } from './configuration.js';

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];
/** What stands in a document: a value, or a part of the document, which writes itself as YAML. */
type Found = Node | string | number | boolean | null | undefined;

/** The configuration holds mistakes; each problem is `file:line: what was expected`, and the message has all of them. */
export class InvalidConfiguration extends Error {
  override readonly name = 'InvalidConfiguration';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** Reads and checks a `relais.yaml`; throws {@link InvalidConfiguration} with all of its mistakes. */
export const readConfiguration = (text: string, file: string): Configuration => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (line: number, what: string): string => `${file}:${line}: ${what}`;
  if (document.errors.length > 0)
    throw new InvalidConfiguration(
      document.errors.map(({ pos: [start], message }) => at(lines.linePos(start).line, message)),
    );
  const parsed = configurationSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  throw new InvalidConfiguration(
    parsed.error.issues.flatMap(apart).map((issue) => at(lineOf(document, lines, issue), inWords(document, issue))),
  );
};

/** Each unknown key has a line of its own. */
const apart = (issue: Issue): Issue[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue];

/** Where something is written; of something that is missing, where that begins which it is missing from. */
const lineOf = (document: Document, lines: LineCounter, issue: Issue): number => {
  const unknown = issue.code === 'unrecognized_keys' ? keyIn(document, issue) : undefined;
  if (unknown !== undefined) return lines.linePos(unknown).line;
  for (let path = issue.path as Path; ; path = path.slice(0, -1)) {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    if (path.length === 0) return 1;
  }
};

const keyIn = (document: Document, { path, keys: [name] }: Extract<Issue, { code: 'unrecognized_keys' }>) => {
  const holder = path.length === 0 ? document.contents : document.getIn(path as Path, true);
  if (!isMap(holder)) return undefined;
  const key = holder.items.map((pair) => pair.key).find((one) => isScalar(one) && String(one.value) === name);
  return isNode(key) ? key.range?.[0] : undefined;
};

const inWords = (document: Document, issue: Issue): string => {
  const place = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const where = place.replace(/^\./, '') || 'the document';
  if (issue.code === 'unrecognized_keys') return `${where}: ${issue.message}, found «${issue.keys.join()}»`;
  const found = issue.path.length === 0 ? document.contents : (document.getIn(issue.path as Path) as Found);
  return `${where}: ${issue.message}, ${shown(found)}`;
};

const shown = (found: Found): string =>
  found === undefined || found === null ? 'found nothing' : `found «${shortened(String(found).replace(/\s+/g, ' '))}»`;

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
