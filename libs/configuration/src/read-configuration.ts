import { LineCounter, parseDocument, isNode, type Document } from 'yaml';
import type { z } from 'zod';
import { configurationSchema, type Configuration } from './configuration.js';

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
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0)
    throw new InvalidConfiguration(
      document.errors.map(({ pos: [at], message }) => `${file}:${lines.linePos(at).line}: ${message.split('\n')[0]}`),
    );
  const parsed = configurationSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  throw new InvalidConfiguration(
    parsed.error.issues.map((issue) => `${file}:${lineOf(document, lines, issue)}: ${inWords(document, issue)}`),
  );
};

const pathOf = (issue: z.core.$ZodIssue): (string | number)[] =>
  [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])] as (string | number)[];

/** The line of the value; of something that is missing, the line of what it is missing from. */
const lineOf = (document: Document, lines: LineCounter, issue: z.core.$ZodIssue): number => {
  for (let path = pathOf(issue); ; path = path.slice(0, -1)) {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    if (path.length === 0) return 1;
  }
};

const inWords = (document: Document, issue: z.core.$ZodIssue): string => {
  const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('').slice(1);
  if (issue.code === 'unrecognized_keys') return `${path || 'the top'} does not know «${issue.keys.join('», «')}»`;
  const found = document.getIn(issue.path as (string | number)[]);
  const shown = found === undefined ? 'found nothing' : `found «${String(found).slice(0, 60)}»`;
  return `${path || 'the document'}: ${issue.message}, ${shown}`;
};
