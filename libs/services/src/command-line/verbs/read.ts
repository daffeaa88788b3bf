import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describedDocument, describedRefusal, UnreadableDocument, type DescribedDocument } from '@relais/sources';
import { FetchFailed, type Fetcher } from '@relais/transport';
import { DocumentReaders } from '../../collector/reading/document-readers.js';
import { fetcherOf } from '../../wiring/adapters.js';
import { WrongUse, type Verb } from '../verb.js';

const isUrl = (text: string): boolean => /^https?:\/\//i.test(text);

/** A URL, a file, or every file below a folder. */
const documentsOf = (operand: string): string[] => {
  if (isUrl(operand)) return [operand];
  const stat = statSync(operand, { throwIfNoEntry: false });
  if (stat === undefined) throw new WrongUse(`${operand}: there is no such file or folder`);
  if (!stat.isDirectory()) return [operand];
  return readdirSync(operand, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

const described = async (
  file: string,
  base: string | undefined,
  fetcher: Fetcher,
  readers: DocumentReaders,
): Promise<DescribedDocument> => {
  try {
    const fetched = await fetcher.fetch({ url: isUrl(file) ? file : pathToFileURL(resolve(file)).href });
    if (fetched.status === 'not-modified') throw new Error(`${file} was said not to have changed, though nobody asked`);
    const url = base ?? fetched.url;
    return describedDocument(
      file,
      await readers.read({ ...fetched, url, fetchedAt: new Date().toISOString(), zone: 'Europe/Paris' }),
    );
  } catch (error) {
    if (error instanceof UnreadableDocument) return describedRefusal(file, error);
    if (error instanceof FetchFailed) return describedRefusal(file, new UnreadableDocument(error.message));
    throw error;
  }
};

/** So many documents are fetched and read while an earlier one is waited for. */
const ahead = 8;

/** What the work makes of each, in their order. */
async function* inOrder<Given, Made>(all: readonly Given[], work: (one: Given) => Promise<Made>): AsyncIterable<Made> {
  const underWay: Promise<Made>[] = [];
  for (const [index, one] of all.entries()) {
    const made = work(one);
    // Whoever waits for an earlier one hears of it in its turn.
    made.catch(() => undefined);
    underWay.push(made);
    if (index >= ahead) yield await (underWay.shift() as Promise<Made>);
  }
  for (const made of underWay) yield await made;
}

const inWords = ({ file, format, title, items, errors }: DescribedDocument): string =>
  [
    `${file}: ${format ?? 'refused'}${title ? `, «${title}»` : ''}, ${items.length} items`,
    ...items.map((item) => `  ${item.starts ?? item.published ?? '(no date)'}  ${item.title}`),
    ...errors.map(({ where, what }) => `  ! ${where}: ${what}`),
  ].join('\n');

/** What documents would report, without recording anything. */
export const read: Verb = {
  name: 'read',
  summary: 'what documents would report, without recording anything',
  operands: '<documents...>',
  options: [['--base <url>', 'what relative addresses in them are resolved against']],
  async run({ settings, output }, { base }, operands) {
    if (base !== undefined && !isUrl(String(base)))
      throw new WrongUse(`--base takes an http or https URL, got «${base}»`);
    // Who names an address by hand may name one of this network.
    const fetcher = fetcherOf({ ...settings, allowPrivateAddresses: true });
    // As the collector reads them, and so with its limits; a second thread at once, since there may be thousands.
    const readers = new DocumentReaders({}, { most: 2, patience: 0 });
    let refused = 0;
    const files = operands.flatMap(documentsOf);
    try {
      for await (const document of inOrder(files, (file) =>
        described(file, base as string | undefined, fetcher, readers),
      )) {
        if (document.format === null) refused++;
        output.say(document, () => inWords(document));
      }
    } finally {
      await readers.close();
    }
    return operands.length === 1 && refused === 1 ? 1 : 0;
  },
};
