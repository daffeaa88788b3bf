import type { Email } from 'postal-mime';
import { readableText } from '../readable-text.js';

/** What letters say before the letter that they answer. */
const quoting =
  /^(?:(?:le|on|am|el|op)\s.{4,200}(?:a écrit|wrote|schrieb|escribió|schreef|het volgende geschreven)\s*:?|-{2,}\s*(?:message d['’]origine|original message|message transféré|forwarded message).*|_{10,}|(?:de|from|von)\s?:\s.+)$/iu;
/** The heading of a letter that is passed on: what follows it is what is announced. */
const heading = /^(?:de|from|date|envoyé|sent|à|to|cc|objet|subject|reply-to|répondre à)\s?:.*$/iu;
const longest = 50_000;

const textOf = ({ text, html }: Email): string => {
  if (text?.trim()) return text.slice(0, longest);
  const withoutQuotes = (html ?? '').slice(0, longest * 4).replace(/<blockquote\b[\s\S]*?<\/blockquote>/gi, '');
  return readableText(withoutQuotes).slice(0, longest);
};

/** Without the name and address of whoever sent it, where they stand alone on a line. */
const isSender = (line: string, { from }: Email): boolean => {
  const words = line.trim().toLowerCase();
  const { name = '', address } = from ?? {};
  if (words === '' || words.length > 100) return false;
  const first = name.toLowerCase().split(/\s+/)[0];
  return (
    words === name.toLowerCase() || words === first || (address !== undefined && words.includes(address.toLowerCase()))
  );
};

/** What a letter's writer wrote: without signature, quoted letters, and their own name below it. */
export const ownWords = (email: Email, { isForwarded }: { isForwarded: boolean }): string => {
  const lines = textOf(email).replace(/\r\n?/g, '\n').split('\n');
  const own: string[] = [];
  for (const line of lines) {
    if (/^-- ?$/.test(line)) break;
    const isQuoting = quoting.test(line.trim());
    if (isQuoting && !isForwarded) break;
    if (isForwarded && (isQuoting || heading.test(line.trim()))) continue;
    if (!/^\s*>/.test(line) && !isSender(line, email)) own.push(line);
  }
  return own.join('\n').trim();
};
