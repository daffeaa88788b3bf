/** What a server said of the document it gave, sent back byte for byte to ask whether it changed. */
export type Validators = Readonly<{ etag?: string; lastModified?: string }>;

export type FetchRequest = Readonly<{ url: string; validators?: Validators; signal?: AbortSignal }>;

export type FetchResult =
  | Readonly<{ status: 'not-modified' }>
  | Readonly<{
      status: 'fetched';
      /** Where it finally came from, after redirects. */
      url: string;
      /** The Content-Type as given; empty where there was none. */
      mediaType: string;
      body: Uint8Array;
      validators: Validators;
    }>;

/** A document could not be fetched. `code` is for programs (and the log), the message for people. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed';
  constructor(
    readonly code: 'unreachable' | 'timeout' | 'too-large' | 'http-status' | 'forbidden-address',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Brings documents in: at most 10 MB decoded, within 30 s, or {@link FetchFailed}. */
export abstract class Fetcher {
  abstract fetch(request: FetchRequest): Promise<FetchResult>;
}
