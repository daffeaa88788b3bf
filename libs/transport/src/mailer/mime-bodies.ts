import { MimeBody } from './mime-body.js';

/** How many are kept: the letters of an issue differ by language and by what people want of it. */
const most = 64;

/** Bodies made of the same text and HTML are one, which is made once. */
export class MimeBodies {
  /** By text, then by HTML; whoever sends many letters gives the very same strings, which are compared at no cost. */
  readonly #made = new Map<string, Map<string | undefined, MimeBody>>();
  #count = 0;

  of(text: string, html: string | undefined, hasSlots: boolean): MimeBody {
    const first = hasSlots ? text : `\0${text}`;
    const known = this.#made.get(first)?.get(html);
    if (known) return known;
    if (this.#count >= most) {
      this.#made.clear();
      this.#count = 0;
    }
    const made = new MimeBody(text, html, hasSlots);
    const among = this.#made.get(first) ?? new Map<string | undefined, MimeBody>();
    this.#made.set(first, among.set(html, made));
    this.#count++;
    return made;
  }
}
