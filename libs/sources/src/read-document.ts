import { decodedText } from './decoded-text.js';
import { formats } from './formats.js';
import { firstWords, plainText } from './plain-text.js';
import { UnreadableDocument, type Fetched, type ReadDocument, type Report } from './source-format.js';

/** How much of a document is looked at to find its format, in bytes. */
const headLength = 4_000;

/**
 * Finds a document's format by its content and reads it. Rejects with {@link UnreadableDocument} and nothing else.
 * Of two items under one key the first is kept; the other is named among the errors.
 */
export const readDocument = async (fetched: Fetched): Promise<{ format: string; document: ReadDocument }> => {
  const head = decodedText(fetched.body.subarray(0, headLength), fetched.mediaType).replace(/^\uFEFF/, '').trimStart();
  if (head === '') throw new UnreadableDocument('the document is empty; expected a feed or a calendar');
  const format = formats.find((one) => one.recognises(fetched, head));
  if (format === undefined) throw new UnreadableDocument(`found ${kindOf(head)}; expected a feed or a calendar`);
  try {
    const document = await format.read(fetched);
    return { format: format.name, document: withoutRepeats(document) };
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    throw new UnreadableDocument(`${format.name}: ${(error as Error).message}`, { cause: error });
  }
};

const kindOf = (head: string): string => {
  if (/^<(!doctype html|html)/i.test(head)) {
    const title = /<title[^>]*>([^<]{1,200})/i.exec(head)?.[1];
    return `an HTML page${title ? ` titled “${plainText(title)}”` : ''}`;
  }
  if (head.startsWith('{') || head.startsWith('[')) return 'JSON that is neither a JSON Feed nor of a known platform';
  if (head.startsWith('<')) return `XML that begins with “${firstWords(head.replace(/\s+/g, ' '), 60)}”`;
  // eslint-disable-next-line no-control-regex -- control characters are what tells binary data
  if (/[\u0000-\u0008\u000e-\u001f]/.test(head)) return 'binary data';
  return `text that begins with “${firstWords(head.replace(/\s+/g, ' '), 60)}”`;
};

const withoutRepeats = (document: ReadDocument): ReadDocument => {
  const seen = new Map<string, Report>();
  const errors = [...document.errors];
  for (const report of document.reports)
    if (seen.has(report.item)) errors.push({ where: report.item, what: 'the same item stands in the document twice; the first is kept' });
    else seen.set(report.item, report);
  return { ...document, reports: [...seen.values()], errors };
};
