import { createHash } from 'node:crypto';

/** A header as DKIM signs it (RFC 6376, 3.4.2). */
export const relaxedHeader = (name: string, value: string): string =>
  `${name.trim().toLowerCase()}:${value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`;

/** Whole lines of a body as DKIM hashes them (RFC 6376, 3.4.4), but for empty ones at the end of all. */
export const relaxedLines = (lines: string): string => lines.replace(/[ \t]+/g, ' ').replace(/ (?=\r\n|$)/g, '');

/** The last lines of a body, relaxed already, without the empty ones at their end. */
export const withoutEmptyLines = (relaxed: string): string => {
  let end = relaxed.length;
  while (end > 0 && relaxed.startsWith('\r\n', end - 2)) end -= 2;
  return end === 0 ? '' : `${relaxed.slice(0, end)}\r\n`;
};

/** The hash of a body of which these are the parts, relaxed: text of which each character is a byte. */
export const bodyHash = (relaxed: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of relaxed) hash.update(part, 'latin1');
  return hash.digest('base64');
};
