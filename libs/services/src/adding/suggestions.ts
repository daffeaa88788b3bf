import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { addressKey, publicAddress, secretIn } from '@relais/assembly';
import { discoveredIn, discoveredSources, DocumentReader, type Candidate } from '@relais/sources';
import { Fetcher } from '@relais/transport';
import { Clock, type TimeZone } from '@relais/vocabulary';
import { accountPage, furtherAddresses } from './federated.js';
import { Inquiry, usualPatience, type Found, type Patience, type Reading } from './inquiry.js';
import { proposedPlatform } from './proposals.js';
import { SourceRoster } from './source-roster.js';
import { suggestionOf, worth, type Suggestion } from './suggestion.js';
import { typedAddress, type TypedAddress } from './typed-address.js';

/** What was found at an address that somebody typed. */
export type Suggested = Readonly<{
  /** As it was typed. */
  asked: string;
  /** What can be read, the best first. */
  suggestions: readonly Suggestion[];
  /** What was looked at and cannot be read. */
  rejected: readonly Readonly<{ url: string; because: string; reason: string }>[];
  /** What was found and not looked at, since there was enough, or no time left. */
  untried: readonly string[];
  /** Why there is nothing, in words; only where there is nothing. */
  problem?: string;
}>;

export type Asked = Readonly<{
  /** In which times that name no zone are read. */
  zone?: TimeZone;
  signal?: AbortSignal;
  patience?: Patience;
}>;

const enough = 4;
/** Below this a candidate is worth a request only where nothing else was found. */
const leastConfidence = 0.3;

type State = {
  readonly inquiry: Inquiry;
  readonly seen: Set<string>;
  readonly found: { candidate: Candidate; suggestion: Suggestion }[];
  readonly rejected: { url: string; because: string; reason: string }[];
  site?: string;
};

/** Finds what can be read at an address, by reading it: nothing is recorded. */
@Injectable()
export class Suggestions implements OnApplicationShutdown {
  /** Whatever a page does to its reader, whoever serves this process's pages goes on. */
  readonly #reader = new DocumentReader();

  constructor(
    @Inject(Fetcher) private readonly fetcher: Fetcher,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SourceRoster) private readonly roster: SourceRoster,
  ) {}

  /** Takes an address, a host name, or an account (`@name@host`). */
  async suggest(asked: string, options: Asked = {}): Promise<Suggested> {
    const { zone = 'Europe/Paris', signal = new AbortController().signal, patience = usualPatience } = options;
    await this.roster.refresh();
    const means = { fetcher: this.fetcher, reader: this.#reader, clock: this.clock, zone, signal };
    const state: State = { inquiry: new Inquiry(means, patience), seen: new Set(), found: [], rejected: [] };
    const begun = await this.#begin(typedAddress(asked), state);
    const nothing = { asked, suggestions: [], rejected: state.rejected, untried: [] };
    if ('problem' in begun) return { ...nothing, problem: begun.problem };
    const untried = await this.#try(begun.candidates, begun.candidates, state);
    const suggestions = state.found
      .toSorted((one, other) => worth(other.candidate, other.suggestion) - worth(one.candidate, one.suggestion))
      .map(({ suggestion }) => suggestion);
    if (suggestions.length > 0) return { ...nothing, suggestions, untried };
    const tried = state.rejected.length > 0 ? '; what it leads to cannot be read either' : '';
    return { ...nothing, untried, problem: `${begun.why}${tried}` };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#reader.close();
  }

  /** The address itself: what can be read there, or what it leads to. */
  async #begin(
    typed: TypedAddress,
    state: State,
  ): Promise<Readonly<{ candidates: readonly Candidate[]; why: string }> | Readonly<{ problem: string }>> {
    if ('refused' in typed) return { problem: typed.refused };
    if ('account' in typed) {
      const account = await accountPage(state.inquiry, typed.account);
      return 'problem' in account ? account : this.#begin({ url: new URL(account.page), schemeGuessed: false }, state);
    }
    const { url, schemeGuessed } = typed;
    const first = await firstLook(state.inquiry, url, schemeGuessed);
    if ('failed' in first) {
      const why = `${url.href}: ${first.failed}`;
      return { candidates: discoveredSources({ url: url.href, html: '' }), why };
    }
    const reading = await state.inquiry.read(first);
    // Some sites say in the fragment which of their pages it is.
    const page = `${first.url.replace(/#.*$/, '')}${url.hash}`;
    const candidates = [...discoveredIn({ ...first, url: page }), ...furtherAddresses(first, 0)];
    const isFeed = 'format' in reading && reading.format !== 'html';
    const itself = { url: recorded(first), kind: 'page' as const, because: 'the address itself' };
    if (!isFeed) state.site = page;
    state.seen.add(addressKey(first.url)).add(addressKey(url.href));
    if ('format' in reading) this.#take({ ...itself, confidence: isFeed ? 1 : 0.55 }, reading, candidates, state);
    const why = `${first.url}: ${'unreadable' in reading ? reading.unreadable : 'nothing can be read'}`;
    return { candidates: isFeed ? furtherIf(reading, first) : candidates, why };
  }

  /** Looks at one after another; resolves to those that are left. */
  async #try(candidates: readonly Candidate[], all: readonly Candidate[], state: State): Promise<readonly string[]> {
    const left = [...candidates];
    for (let candidate = left.shift(); candidate !== undefined; candidate = left.shift()) {
      const key = addressKey(candidate.url);
      if (state.seen.has(key)) continue;
      const isDoubtful = candidate.confidence < leastConfidence && state.found.length > 0;
      if (state.found.length >= enough || isDoubtful || !state.inquiry.mayGoOn)
        return [candidate, ...left].map(({ url }) => url);
      state.seen.add(key);
      left.unshift(...(await this.#look(candidate, all, state)));
    }
    return [];
  }

  /** Resolves to what it leads to. */
  async #look(candidate: Candidate, all: readonly Candidate[], state: State): Promise<readonly Candidate[]> {
    const reject = (reason: string): void =>
      void state.rejected.push({ url: candidate.url, because: candidate.because, reason });
    const found = await state.inquiry.fetch(candidate.url);
    if ('failed' in found) return (reject(found.failed), []);
    if (addressKey(found.url) !== addressKey(candidate.url)) {
      if (state.seen.has(addressKey(found.url))) return (reject(`leads to ${found.url}, which was looked at`), []);
      state.seen.add(addressKey(found.url));
    }
    const reading = await state.inquiry.read(found);
    if ('unreadable' in reading) reject(reading.unreadable);
    else if (reading.format === 'html' && candidate.kind !== 'page') reject('a page, not what was to be there');
    else this.#take({ ...candidate, url: recorded(found) }, reading, all, state, reject);
    return furtherAddresses(found, 'document' in reading ? reading.document.reports.length : 0);
  }

  #take(
    candidate: Candidate,
    reading: Exclude<Reading, { unreadable: string }>,
    all: readonly Candidate[],
    { found, site }: State,
    reject: (reason: string) => void = () => undefined,
  ): void {
    const secret = secretIn(new URL(candidate.url));
    if (secret !== undefined) return reject(`its address holds ${secret}; name it in relais.yaml`);
    const platform = proposedPlatform(reading.format, [candidate, ...all]);
    const now = this.clock.now();
    const suggestion = suggestionOf(candidate, reading, { now, platform, ...(site !== undefined && { site }) });
    const reading_ = this.roster.readingAt(candidate.url);
    const readBy = reading_ && { source: reading_.description.source, assembly: reading_.assembly };
    found.push({ candidate, suggestion: { ...suggestion, ...(readBy && { readBy }) } });
  }
}

/** A host name alone is asked with https, and without where that cannot be. */
const firstLook = async (inquiry: Inquiry, url: URL, schemeGuessed: boolean): Promise<Found | { failed: string }> => {
  const first = await inquiry.fetch(publicAddress(url.href)?.href ?? url.href);
  if (!('failed' in first) || !schemeGuessed || /HTTP \d/.test(first.failed)) return first;
  const plain = await inquiry.fetch((publicAddress(url.href)?.href ?? url.href).replace(/^https:/, 'http:'));
  return 'failed' in plain ? first : plain;
};

/** Where it is for good, if its server says so; otherwise where it was asked. */
const recorded = ({ asked, movedTo }: Found): string => publicAddress(movedTo ?? asked)?.href ?? asked;

const furtherIf = (reading: Reading, found: Found): readonly Candidate[] =>
  'document' in reading && reading.document.reports.length === 0 ? furtherAddresses(found, 0) : [];
