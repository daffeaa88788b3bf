import { decodedText } from './decoded-text.js';
import { formats } from './formats.js';
import { firstWords, plainText } from './plain-text.js';
import { UnreadableDocument, type Fetched, type ReadDocument, type Report } from './source-format.js';

/** How much of a document is looked at to find its format, in bytes. */
const headLength = 65_536;

/**
 * Finds a document's format by its content and reads it. Rejects with {@link UnreadableDocument} and nothing else.
 * Of two items under one key the first is kept; the other is named among the errors.
 */
export const readDocument = async (fetched: Fetched): Promise<{ format: string; document: ReadDocument }> => {
  const head = decodedText(fetched.body.subarray(0, headLength), fetched.mediaType)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (head === '') throw new UnreadableDocument('empty document; expected a feed or a calendar');
  const format = formats.find((one) => one.recognises(fetched, head));
  if (format === undefined) throw new UnreadableDocument(`${kindOf(head)}, not a feed or calendar`);
  try {
    const document = await format.read(fetched);
    return { format: format.name, document: withoutRepeats(document) };
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    const what = error instanceof Error ? error.message : String(error);
    throw new UnreadableDocument(`${format.name}: ${what}`, { cause: error });
  }
};

const kindOf = (head: string): string => {
  if (isBinary(head)) return 'binary data';
  if (/^[{[]/.test(head)) return 'JSON without items';
  if (/<(!doctype html|html)[\s>]|^<(head|body)[\s>]/i.test(head)) {
    const title = plainText(/<title[^>]{0,200}>([^<]{1,500})/i.exec(head)?.[1] ?? '');
    return `an HTML page${title ? ` titled “${title}”` : ''}`;
  }
  const beginning = firstWords(head.slice(0, 200).replace(/\s+/g, ' ').trim(), 60);
  return `${head.startsWith('<') ? 'XML' : 'text'} that begins with “${beginning}”`;
};

/** Control characters other than white space are not in texts, or there are very few of them. */
const isBinary = (head: string): boolean => {
  // eslint-disable-next-line no-control-regex -- control characters are what tells binary data
  const controls = head.slice(0, 2_000).match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return controls > Math.min(head.length, 2_000) / 50;
};

const withoutRepeats = (document: ReadDocument): ReadDocument => {
  const seen = new Map<string, Report>();
  const errors = [...document.errors];
  for (const report of document.reports)
    if (seen.has(report.item))
      errors.push({ where: report.item, what: 'the same item stands in the document twice; the first is kept' });
    else seen.set(report.item, report);
  return { ...document, reports: [...seen.values()], errors };
};
