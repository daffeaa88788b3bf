import type { Event } from '@relais/event-sourcing';
import type { AdminId, AssemblyId, SourceId, TimeZone } from '@relais/vocabulary';

/** What an assembly says of itself. WGS 84 degrees. */
export type AssemblyProfile = Readonly<{
  name: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  zone: TimeZone;
  website?: string;
  latitude?: number;
  longitude?: number;
}>;

/** A place where an assembly publishes. */
export type SourceDescription = Readonly<{
  source: SourceId;
  title: string;
  /** Its public address, http(s), as a feed reader would take it; absent where there is none (Facebook has no feed). */
  url?: string;
  /** Where a person can look at it. */
  site?: string;
  /** Such as `demosphere`, `communecter`, `wordpress`: shown to people, never needed to read it. */
  platform: string;
  /** The document is a made-up sample of the real one. */
  sample?: true;
}>;

/** Who added a source while Relais ran: an admin, or whoever works at the machine itself. */
export type AddedBy = AdminId | 'operator';

export type AssemblyEvent =
  | Event<'assembly.founded', { assembly: AssemblyId; profile: AssemblyProfile }>
  | Event<'assembly.described', { assembly: AssemblyId; profile: AssemblyProfile }>
  /**
   * Also where what is known of it changed. With `by`, somebody added it while Relais ran; without, the configuration names it.
   * `every` is how often it is to be read, in minutes, where that was said.
   */
  | Event<'assembly.source-added', { assembly: AssemblyId; source: SourceDescription; by?: AddedBy; every?: number }>
  | Event<'assembly.source-removed', { assembly: AssemblyId; source: SourceId; by?: AddedBy }>;

/** Every type once: leave one out and this stops compiling. */
export const assemblyEventTypes: Record<AssemblyEvent['type'], true> = {
  'assembly.founded': true,
  'assembly.described': true,
  'assembly.source-added': true,
  'assembly.source-removed': true,
};
