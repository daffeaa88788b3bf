import { createHash } from 'node:crypto';
import { quotedPrintable, softBreak } from './quoted-printable.js';
import { bodyHash, relaxedLines, withoutEmptyLines } from './relaxed.js';
import { cutAtSlots, slotOf } from './slots.js';
import type { Header } from './dkim-signature.js';

/** A body for one person, in ASCII, and its hash for a signature. */
export type Body = Readonly<{ text: string; hash: string }>;

/** What stands before, between and after the slots, in whole lines; or a slot of one of the two writings. */
type Piece = Readonly<{ text: string; relaxed: string } | { slot: string; as: 'text' | 'html' }>;

const crlf = '\r\n';

const literal = (text: string): Piece => ({ text, relaxed: relaxedLines(text) });

/** Lines of a part: each slot begins and ends a line that is joined to its neighbours, so that any value fits in. */
const piecesOf = (content: string, as: 'text' | 'html', hasSlots: boolean): Piece[] => {
  const cut = hasSlots ? cutAtSlots(content) : [content];
  return cut.map((piece, at) => {
    if (at % 2 === 1) return { slot: piece, as };
    const isLast = at === cut.length - 1;
    return literal(`${quotedPrintable(piece)}${isLast ? crlf : softBreak}`);
  });
};

/**
 * The body that letters share, made once: text alone, or text first and then HTML (RFC 2046, 5.1.4), in quoted-printable.
 * A letter takes no more than putting its slots between.
 */
export class MimeBody {
  /** The headers that say how it is written. */
  readonly headers: readonly Header[];
  readonly #pieces: readonly Piece[];

  /** Where there are no slots, what looks like one is text. */
  constructor(text: string, html: string | undefined, hasSlots: boolean) {
    const encoded = ['Content-Transfer-Encoding', 'quoted-printable'] as const;
    const plain = 'text/plain; charset=utf-8';
    if (html === undefined) {
      this.headers = [['MIME-Version', '1.0'], ['Content-Type', plain], encoded];
      this.#pieces = ending(piecesOf(text.replace(/(\r\n|\r|\n)$/, ''), 'text', hasSlots));
      return;
    }
    // What begins with «=_» is never a line of quoted-printable (RFC 2045, 6.7).
    const boundary = `=_${createHash('sha256').update(text).update('\0').update(html).digest('hex').slice(0, 24)}`;
    const part = (type: string): Piece =>
      literal(`--${boundary}${crlf}Content-Type: ${type}${crlf}${encoded.join(': ')}${crlf}${crlf}`);
    this.headers = [
      ['MIME-Version', '1.0'],
      ['Content-Type', `multipart/alternative; boundary="${boundary}"`],
    ];
    // The line end before a boundary is the boundary's.
    this.#pieces = ending([
      ...[part(plain), ...piecesOf(text, 'text', hasSlots)],
      ...[part('text/html; charset=utf-8'), ...piecesOf(html, 'html', hasSlots)],
      literal(`--${boundary}--${crlf}`),
    ]);
  }

  /** Throws when a slot has nothing to be put in: a letter with a dead link must not go out. */
  for(values: Readonly<Record<string, string>> = {}): Body {
    const [texts, relaxed]: [string[], string[]] = [[], []];
    const made = new Map<string, string>();
    for (const piece of this.#pieces) {
      if (!('slot' in piece)) {
        texts.push(piece.text);
        relaxed.push(piece.relaxed);
        continue;
      }
      const { slot, as } = piece;
      const value = values[slot];
      if (value === undefined) throw new Error(`the letter has no «${slot}» to put in`);
      const key = `${as} ${slot}`;
      const line = made.get(key) ?? `${quotedPrintable(slotOf(value)[as])}${softBreak}`;
      made.set(key, line);
      texts.push(line);
      relaxed.push(relaxedLines(line));
    }
    return { text: texts.join(''), hash: bodyHash(relaxed) };
  }
}

const ending = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.map((piece, at) =>
    at === pieces.length - 1 && !('slot' in piece) ? { ...piece, relaxed: withoutEmptyLines(piece.relaxed) } : piece,
  );
