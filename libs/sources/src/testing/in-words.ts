import { readDocument, UnreadableDocument } from '../index.js';
import type { Report } from '../source-format.js';
import { fetched } from './fetched.js';

const minute = (instant: string): string => instant.replace(/:00Z$/, 'Z');

/** A report as a line: `2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris, cancelled: Plénière`; `?` behind a zone that is assumed. */
const inWords = ({ fields: { when, status, title } }: Report): string => {
  const time =
    when === undefined
      ? 'undated'
      : when.kind === 'all-day'
        ? when.until === when.from
          ? when.from
          : `${when.from} to ${when.until}`
        : `${minute(when.starts)}${when.ends ? ` to ${minute(when.ends)}` : ''} ${when.zone}${when.zoneAssumed ? '?' : ''}`;
  return `${time}${status ? `, ${status}` : ''}: ${title}`;
};

/** What a document is read as, a line for each item; the errors behind them, each after a `!`; a refusal after `refused`. */
export const documentInWords = async (
  body: string | Uint8Array,
  said: Parameters<typeof fetched>[1] = {},
): Promise<readonly string[]> => {
  try {
    const { document } = await readDocument(fetched(body, said));
    return [...document.reports.map(inWords), ...document.errors.map(({ where, what }) => `! ${where}: ${what}`)];
  } catch (error) {
    if (error instanceof UnreadableDocument) return [`refused: ${error.message}`];
    throw error;
  }
};
