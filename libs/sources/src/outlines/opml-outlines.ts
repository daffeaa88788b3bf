import { decodedText } from '../decoded-text.js';
import { firstWords, titleText } from '../plain-text.js';
import { UnreadableDocument, type ReadingError } from '../source-format.js';
import { prepared } from '../xml-prolog.js';
import { Tokeniser } from '../xml-tokeniser.js';

/** Something that somebody follows: a feed, a calendar, or the site that has one. */
export type Outline = Readonly<{
  /** Its address as it is written, http(s) or one of the schemes of feed readers; a site's where no other is named. */
  url: string;
  title?: string;
  /** Where a person can look at it. */
  site?: string;
  /** The outlines that it stands in, from outside in. */
  groups: readonly string[];
}>;

/** What a list of subscriptions names; with what of it could not be used. */
export type Outlines = Readonly<{ title?: string; outlines: readonly Outline[]; errors: readonly ReadingError[] }>;

const mostOutlines = 20_000;
const deepest = 100;
const longestAddress = 2_000;

/** Entities that are made of others or fetched from elsewhere: no list of subscriptions has them, and those that do mean harm. */
const harmfulEntity = /<!ENTITY\s[^>]{0,2000}?(["'][^"'>]{0,2000}&[\w#]|\s(SYSTEM|PUBLIC)\s)|<!ENTITY\s+%/i;

type Attributes = ReadonlyMap<string, string>;

/** Reads OPML 1.0, 1.1 and 2.0, however nested. Throws {@link UnreadableDocument}; of a damaged one what can be read is read. */
export const opmlOutlines = (body: Uint8Array, mediaType = ''): Outlines => {
  const source = decodedText(body, mediaType);
  const root = /<(?![?!])([^\s/>]{1,100})/.exec(source.slice(0, 200_000))?.[1]?.replace(/^.*:/, '');
  if (root?.toLowerCase() !== 'opml')
    throw new UnreadableDocument(`expected OPML, got ${firstWords(source.slice(0, 100).trim(), 60) || 'nothing'}`);
  if (harmfulEntity.test(source.slice(0, 500_000)))
    throw new UnreadableDocument('the document declares entities that refer to others or to elsewhere; refused');
  return new Reading().read(source);
};

/** No more is read. */
class Enough extends Error {}

class Reading {
  readonly #outlines = new Map<string, Outline>();
  readonly #errors: ReadingError[] = [];
  /** The outlines around, by their titles. */
  readonly #open: { title: string; isGroup: boolean }[] = [];
  #count = 0;
  #title = '';
  #inTitle = false;
  /** What closes now was left open. */
  #atEnd = false;

  read(source: string): Outlines {
    const { markup, decode } = prepared(source);
    const tokeniser = new Tokeniser(
      {
        onopentag: (tag, raw) => this.#opens(nameOf(tag), raw, decode),
        ontext: (text) => {
          if (this.#inTitle) this.#title = `${this.#title}${text}`.slice(0, longestAddress);
        },
        onclosetag: (tag) => this.#closes(nameOf(tag)),
      },
      { xmlMode: true, decodeEntities: false, lowerCaseTags: false, lowerCaseAttributeNames: false },
    );
    try {
      tokeniser.write(markup);
      this.#atEnd = true;
      tokeniser.end();
    } catch (error) {
      if (!(error instanceof Enough)) throw error;
    }
    if (this.#count > mostOutlines) this.#note(`more than ${mostOutlines} outlines; the rest was not read`);
    const title = titleText(decode(this.#title));
    return { ...(title && { title }), outlines: [...this.#outlines.values()], errors: this.#errors };
  }

  #opens(name: string, raw: Readonly<Record<string, string>>, decode: (text: string) => string): void {
    this.#inTitle = name === 'title' && this.#count === 0;
    if (name !== 'outline') return;
    const attributes: Attributes = new Map(
      Object.entries(raw).map(([key, value]) => [key.toLowerCase(), decode(value).trim()]),
    );
    const title = titleText(attributes.get('text') || attributes.get('title') || '');
    const parent = this.#open.at(-1);
    if (parent) parent.isGroup = true;
    this.#open.push({ title, isGroup: false });
    if (++this.#count > mostOutlines) throw new Enough();
    if (this.#open.length > deepest) {
      this.#note(`stands deeper than ${deepest} outlines; the rest was not read`, title);
      throw new Enough();
    }
    this.#take(attributes, title);
  }

  #take(attributes: Attributes, title: string): void {
    const page = attributes.get('htmlurl');
    const url = attributes.get('xmlurl') || attributes.get('url') || page;
    const self = this.#open.at(-1);
    if (!url || self === undefined) return;
    // It is no group that lacks an address.
    self.isGroup = true;
    if (url.length > longestAddress) return this.#note('has an address that is longer than addresses are', title);
    if (!URL.canParse(url)) return this.#note(`has an address that is none: ${firstWords(url)}`, title);
    if (this.#outlines.has(url)) return this.#note('has the address of one before; the first is kept', title);
    const groups = this.#open.slice(0, -1).flatMap((around) => around.title || []);
    const site = page !== undefined && page !== url && URL.canParse(page) ? page : undefined;
    this.#outlines.set(url, { url, ...(title && { title }), ...(site !== undefined && { site }), groups });
  }

  #closes(name: string): void {
    if (name === 'title') this.#inTitle = false;
    if (name === 'opml' && this.#atEnd)
      this.#errors.push({ where: 'the document', what: 'ends before it should; what stands before was read' });
    if (name !== 'outline') return;
    const closed = this.#open.pop();
    if (closed && !closed.isGroup && !this.#atEnd) this.#note('has no address', closed.title);
  }

  #note(what: string, title = ''): void {
    this.#errors.push({ where: `outline ${Math.min(this.#count, mostOutlines)}${title ? ` «${title}»` : ''}`, what });
  }
}

const nameOf = (tag: string): string => tag.replace(/^.*:/, '').toLowerCase();
