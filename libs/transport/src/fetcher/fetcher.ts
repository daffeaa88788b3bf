import type { Preferred } from './accept.js';

/** What a server said of the document it gave, sent back byte for byte to ask whether it changed. */
export type Validators = Readonly<{ etag?: string; lastModified?: string }>;

export type FetchRequest = Readonly<{
  url: string;
  validators?: Validators;
  signal?: AbortSignal;
  /** It is known to be a page for people: its site's robots.txt is asked before it is. */
  page?: boolean;
  /** What its server speaks is to be asked for before all else. */
  prefers?: Preferred;
}>;

/** What a server said beside the document, of when and where to ask again. */
type Advice = Readonly<{
  /** For how many seconds from now the document is said to stay as it is. */
  freshFor?: number;
  /** Where the document is said to have moved for good. To be believed only when it is said again and again. */
  movedTo?: string;
}>;

export type FetchResult =
  /** With validators where the server gave new ones. */
  | (Readonly<{ status: 'not-modified'; validators?: Validators }> & Advice)
  | (Readonly<{
      status: 'fetched';
      /** Where it finally came from, after redirects; without the name and password that were used. */
      url: string;
      /** The Content-Type as given; empty where there was none. */
      mediaType: string;
      body: Uint8Array;
      validators: Validators;
    }> &
      Advice);

type Answered = Readonly<{
  /** The HTTP status, of `http-status`. */
  status?: number;
  /** In how many seconds the server wants to be asked again, where it says so. */
  retryAfter?: number;
  /** Who answered: after a redirect it need not be the host that was asked first. */
  host?: string;
}>;

/** A document could not be fetched. `code` is for programs (and the log), the message for people. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed';
  readonly status?: number;
  readonly retryAfter?: number;
  readonly host?: string;
  constructor(
    readonly code: 'unreachable' | 'timeout' | 'too-large' | 'http-status' | 'forbidden-address',
    message: string,
    { status, retryAfter, host, ...options }: ErrorOptions & Answered = {},
  ) {
    super(message, options);
    if (status !== undefined) this.status = status;
    if (retryAfter !== undefined) this.retryAfter = retryAfter;
    if (host !== undefined) this.host = host;
  }
}

/** Brings documents in: at most 10 MB decoded, within 30 s, or {@link FetchFailed}. */
export abstract class Fetcher {
  abstract fetch(request: FetchRequest): Promise<FetchResult>;
}
