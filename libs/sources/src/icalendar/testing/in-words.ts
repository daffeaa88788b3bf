import type { Report } from '../../source-format.js';
import { readDocument } from '../../index.js';
import { fetched } from '../../testing/fetched.js';

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

/** What a calendar is read as, a line for each event; the errors behind them, each after a `!`. */
export const calendarInWords = async (body: string | Uint8Array, mediaType = ''): Promise<readonly string[]> => {
  const { document } = await readDocument(fetched(body, { mediaType }));
  return [...document.reports.map(inWords), ...document.errors.map(({ where, what }) => `! ${where}: ${what}`)];
};

/** The lines of a calendar as they stand in a specification, indented by four, with the ends that calendars have. */
export const calendarOf = (text: string, lineEnd = '\r\n'): string =>
  text
    .trim()
    .split('\n')
    .map((line) => line.replace(/^ {4}/, ''))
    .join(lineEnd)
    .concat(lineEnd);
