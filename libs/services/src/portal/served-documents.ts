import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressors = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 6 }),
};
type Coding = keyof typeof compressors;

/** What was rendered, before it is served. */
export type Rendered = Readonly<{ mediaType: string; body: string; changedAt: string }>;

/** One document as it goes out: its bytes in each coding, each with a strong ETag of its own (RFC 9110, 8.8.3). */
class Served {
  readonly body: Buffer;
  readonly etag: string;
  readonly lastModified: string;
  readonly #coded = new Map<Coding, Promise<Buffer>>();

  constructor(
    readonly mediaType: string,
    rendered: Rendered,
    /** What it was made from; another one means that it must be made again. */
    readonly basis: string,
  ) {
    this.body = Buffer.from(rendered.body);
    this.etag = createHash('sha256').update(this.body).digest('base64url').slice(0, 27);
    this.lastModified = new Date(rendered.changedAt).toUTCString();
  }

  coded(coding: Coding): Promise<Buffer> {
    const known = this.#coded.get(coding) ?? compressors[coding](this.body);
    this.#coded.set(coding, known);
    return known;
  }
}

export type ServedReply = Readonly<{ status: 200 | 304; headers: Readonly<Record<string, string>>; body?: Buffer }>;

/** The request headers that decide what is served. */
export type Conditions = Readonly<{
  ifNoneMatch?: string | undefined;
  ifModifiedSince?: string | undefined;
  acceptEncoding?: string | undefined;
}>;

/** Small documents are not worth a coding. */
const worthCoding = 1_000;
/** How many bytes are kept, before coding; the least used documents are forgotten first. */
const capacity = 24_000_000;

/** Documents rendered once per change and served as bytes; the least used are forgotten. */
export class ServedDocuments {
  readonly #documents = new Map<string, Served>();
  #size = 0;

  /** `basis` says what the document is made from; it is rendered again only when that differs. */
  async serve(
    key: string,
    basis: string,
    render: () => Rendered | undefined,
    conditions: Conditions,
  ): Promise<ServedReply | undefined> {
    const served = this.#upToDate(key, basis, render);
    if (served === undefined) return undefined;
    const coding = served.body.length < worthCoding ? undefined : preferredCoding(conditions.acceptEncoding);
    const etag = coding === undefined ? `"${served.etag}"` : `"${served.etag}-${coding}"`;
    const headers = {
      etag,
      'last-modified': served.lastModified,
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: 'Accept-Encoding',
    };
    if (isUnchanged(etag, served, conditions)) return { status: 304, headers };
    return {
      status: 200,
      headers: { ...headers, 'content-type': served.mediaType, ...(coding && { 'content-encoding': coding }) },
      body: coding === undefined ? served.body : await served.coded(coding),
    };
  }

  #upToDate(key: string, basis: string, render: () => Rendered | undefined): Served | undefined {
    const known = this.#forget(key);
    const rendered = known?.basis === basis ? undefined : render();
    const served = known?.basis === basis ? known : rendered && new Served(rendered.mediaType, rendered, basis);
    if (served === undefined) return undefined;
    this.#documents.set(key, served);
    this.#size += served.body.length;
    for (const oldest of this.#documents.keys()) {
      if (this.#size <= capacity || oldest === key) break;
      this.#forget(oldest);
    }
    return served;
  }

  #forget(key: string): Served | undefined {
    const known = this.#documents.get(key);
    this.#documents.delete(key);
    this.#size -= known?.body.length ?? 0;
    return known;
  }
}

/** If-None-Match decides alone where it is given (RFC 9110, 13.2.2). Any coding of the same bytes is as good. */
const isUnchanged = (etag: string, { lastModified, etag: plain }: Served, conditions: Conditions): boolean => {
  if (conditions.ifNoneMatch !== undefined) {
    const tags = conditions.ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return tags.includes('*') || tags.includes(etag) || tags.includes(`"${plain}"`);
  }
  const since = Date.parse(conditions.ifModifiedSince ?? '');
  return !Number.isNaN(since) && Date.parse(lastModified) <= since;
};

const preferredCoding = (accepted = ''): Coding | undefined => {
  const qualities = new Map(
    accepted.split(',').map((part) => {
      const [name = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return [name, quality === undefined ? 1 : Number(quality)] as const;
    }),
  );
  return (['br', 'gzip'] as const).find((coding) => (qualities.get(coding) ?? 0) > 0);
};
