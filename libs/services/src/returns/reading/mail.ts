import type { Email } from 'postal-mime';
import { readableText } from '../../intake/readable-text.js';

/** A message that came in, as far as whoever judges it looks at it. */
export type Mail = Readonly<{
  email: Email;
  /** Trimmed; empty where it is missing. */
  header(name: string): string;
  /** What it says to a person; of HTML, where there is nothing else. */
  text: string;
  /** Its other parts that are text, by their type in small letters. */
  parts: readonly Readonly<{ type: string; text: string }>[];
}>;

/** Deeper and longer than mail is, is hostile. */
const limits = { maxNestingDepth: 32, maxHeadersSize: 512_000, forceRfc822Attachments: true } as const;
const longest = 200_000;
const mostParts = 20;
const looked = /^(?:message\/|text\/(?:rfc822-headers|calendar)|application\/ics)/;

const textOf = (content: ArrayBuffer | Uint8Array | string): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8', 0, longest);

/** What says something stands at the beginning; parsing many lines takes a time that grows with their square. */
const most = { bytes: 512_000, lines: 8_000 } as const;

const beginningOf = (raw: Uint8Array): Uint8Array => {
  const bytes = raw.subarray(0, most.bytes);
  let end = -1;
  for (let line = 0; line < most.lines; line++) {
    end = bytes.indexOf(0x0a, end + 1);
    if (end === -1) return bytes;
  }
  return bytes.subarray(0, end + 1);
};

/** Rejects for what is no mail at all. */
export const readMail = async (raw: Uint8Array): Promise<Mail> => {
  // Loaded where mail comes.
  const { default: PostalMime } = await import('postal-mime');
  const email = await PostalMime.parse(beginningOf(raw), limits);
  const header = (name: string): string =>
    email.headers.find(({ key }) => key === name.toLowerCase())?.value.trim() ?? '';
  const text = email.text?.trim() ? email.text : readableText((email.html ?? '').slice(0, longest));
  const parts = email.attachments
    .map(({ mimeType, content }) => ({ type: mimeType.toLowerCase(), content }))
    .filter(({ type }) => looked.test(type))
    .slice(0, mostParts)
    .map(({ type, content }) => ({ type, text: textOf(content).replace(/\r\n?/g, '\n') }));
  return { email, header, text: text.slice(0, longest).replace(/\r\n?/g, '\n'), parts };
};
