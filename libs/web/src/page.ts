import type { ReadModels } from '@relais/read-models';
import type { Instant, Language, LocalDate, TimeZone } from '@relais/vocabulary';
import type { VNode } from 'preact';
import type { PersonsLetters } from './components/wanted/persons-letters.js';
import type { FormError } from './i18n/wanted/wanted.js';

/** What a page is made from. */
export type PageRequest = Readonly<{
  models: ReadModels;
  now: Instant;
  language: Language;
  /** The portal's own address, without a slash at its end. */
  publicUrl: string;
  /** The path asked for, without the query. */
  path: string;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  /** The key that the notes of the log are checked with, as it is published. */
  journalKey?: string;
  /** After a form was sent: what came of it. */
  outcome?: FormOutcome;
  /** For a page of the past: `models` and `now` are those of then. */
  asOf?: AsOf;
}>;

/** Which moment of the past a page is of: `le` as it was asked for, and what it came to. */
export type AsOf = Readonly<{ le: string; position: string; now: Instant; zone: TimeZone; day?: LocalDate }>;

/**
 * `done` names what happened (such as `asked`, `confirmed`, `left`); `errors` are keyed by the form's fields; of `values` those of
 * boxes are joined by spaces. `letters` are of whoever holds the token of the page.
 */
export type FormOutcome = Readonly<{
  done?: 'asked' | 'confirmed' | 'changed' | 'left' | 'city-left' | 'paused' | 'kept';
  errors?: Readonly<Record<string, FormError>>;
  values?: Readonly<Record<string, string>>;
  letters?: PersonsLetters;
  /** The wish that was to be confirmed is not the one that was shown. */
  notice?: 'another-wish';
}>;

export type PageResponse = Readonly<{
  /** 200 unless given. */
  status?: number;
  /** The page's own title, without the hub's name. */
  title: string;
  description?: string;
  /** The path with the part of the query that makes it a page of its own; the path alone unless given. */
  address?: string;
  /** Feeds of this page, for autodiscovery. */
  alternates?: readonly Readonly<{ href: string; type: string; title: string }>[];
  /** Not to be indexed, not to be cached: pages by token. */
  private?: boolean;
  /** Where a script of ours is served that this page does without, too; only answers that are sent once may have one. */
  script?: string;
  body: VNode;
}>;

/** One page: where it is, and how it is made of the read models. Undefined means that there is no such thing: 404. */
export interface Page {
  /** The folder's name. */
  readonly name: string;
  /** Paths in Fastify's form, such as `/:city/agenda`. Only GET. */
  readonly paths: readonly string[];
  render(request: PageRequest): PageResponse | undefined;
}
