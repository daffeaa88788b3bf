import type { AssemblyId, Instant, LocalDate, SourceId, TimeZone } from '@relais/vocabulary';

/** An assembly that sources can be added to. */
export type City = Readonly<{ id: AssemblyId; city: string; zone: TimeZone }>;

/** A source in the list of the console. */
export type ListedSource = Readonly<{
  source: SourceId;
  assembly: AssemblyId;
  title: string;
  /** The one that is shown to everybody: none where it is a secret. */
  url?: string;
  /** Minutes between readings; without, announcements come in and nothing is read. */
  every?: number;
  /** It was added while Relais ran, so it can be removed here. */
  added: boolean;
}>;

/** What could be read at an address, and what of it. */
export type FoundSource = Readonly<{
  url: string;
  kind: 'calendar' | 'events' | 'feed' | 'page';
  format: string;
  title: string;
  platform: string;
  site?: string;
  because: string;
  items: number;
  gatherings: number;
  next: readonly Readonly<{ title: string; starts: Instant | LocalDate; place?: string }>[];
  errors: readonly string[];
  errorsInAll: number;
  readBy?: Readonly<{ source: SourceId; assembly: AssemblyId }>;
}>;

export type FoundSources = Readonly<{
  suggestions: readonly FoundSource[];
  rejected: readonly Readonly<{ url: string; because: string; reason: string }>[];
  untried: readonly string[];
  problem?: string;
}>;

/** The fields by which a source is added, as they were sent. */
export type Wish = Readonly<Record<'adresse' | 'ville' | 'url' | 'titre' | 'minutes' | 'plateforme' | 'site', string>>;
export type WishErrors = Readonly<{ titre?: 'missing' | 'too-long'; minutes?: 'not-offered' }>;

/** How often a source can be read, in minutes; the usual first. */
export const offeredMinutes = [60, 15, 30, 180, 360, 720, 1_440, 10_080] as const;

/** Why a source is not added or not removed. */
export type AddingRefused = Readonly<
  | { type: 'id-taken'; source: SourceId }
  | { type: 'read-already'; source: SourceId }
  | { type: 'no-web-address'; url: string }
  | { type: 'address-holds-secret'; what: string }
  | { type: 'unfit'; expected: string }
  | { type: 'configured' | 'no-such-source'; source: SourceId }
  | { type: 'not-founded' }
>;

/** What a first reading came to; `later`: nobody reads sources at the moment. */
export type FirstReading =
  | 'later'
  | Readonly<{
      outcome: 'read' | 'not-modified' | 'failed' | 'postponed';
      items: number;
      events: number;
      reason?: Readonly<{ detail: string }>;
    }>;

/** What came of one outline of a list of subscriptions. */
export type ImportedOutline = Readonly<{ url: string; title?: string }> &
  Readonly<
    | { came: 'added'; source: SourceId; read: string }
    | { came: 'there'; source: SourceId }
    | { came: 'not'; reason: string }
  >;

/** A list of subscriptions that is being taken in, or was. */
export type ImportSeen = Readonly<{
  of: number;
  came: readonly ImportedOutline[];
  /** What of the document could not be used. */
  errors: readonly string[];
  done: boolean;
}>;
