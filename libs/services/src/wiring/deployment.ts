import type { AssemblyProfile, SourceDescription } from '@relais/assembly';
import type { Configuration, ExternalList, Settings, Theme, WayIn } from '@relais/configuration';
import type { MeantRhythm } from '@relais/rhythm';
import type { AdminId, AssemblyId, ListId, SourceId, TimeZone } from '@relais/vocabulary';

/** A source as this deployment reads it. */
export type DeployedSource = Readonly<{
  assembly: AssemblyId;
  description: SourceDescription;
  /** The URL that is read: its own, or its sample's. */
  readFrom: string;
  /** The zone in which times that name none are read: the assembly's. */
  zone: TimeZone;
  everyMinutes: number;
}>;

/** A source that announcements come to by themselves, whether or not it is read as well. */
export type DeployedIntake = Readonly<{
  assembly: AssemblyId;
  description: SourceDescription;
  zone: TimeZone;
  /** Where the assembly is: a text that names no city is of there, as a guess. */
  city: string;
  receives: readonly WayIn[];
  /** Which edition of its secret links is good; the earlier ones are not. */
  links: number;
}>;

/** A list whose digest goes out each month, on a day and at an hour where the assembly is. */
export type DeployedList = Readonly<{
  id: ListId;
  name: string;
  assembly: AssemblyId;
  zone: TimeZone;
  digest: Readonly<{ day: number; hour: number }>;
  /** Somebody has to approve each issue before it leaves. */
  approval?: boolean;
}>;

/** A list of somebody else's, which nobody subscribes to here; `address` stands in no log. */
export type DeployedExternalList = Readonly<Omit<ExternalList, 'id' | 'kind'>> &
  Readonly<{ id: ListId; assembly: AssemblyId; zone: TimeZone }>;

/** `id` stands in the log, `address` never does. */
export type DeployedAdmin = Readonly<{ id: AdminId; address: string }>;

export type DeployedAssembly = Readonly<{
  id: AssemblyId;
  profile: AssemblyProfile;
  lists: readonly DeployedList[];
  externalLists: readonly DeployedExternalList[];
  rhythms: readonly MeantRhythm[];
}>;

/** There is no source, assembly, admin or list of this name here. */
export class NotConfigured extends Error {
  override readonly name = 'NotConfigured';
}

/** This installation: its settings and what its configuration names. A class, so that it is its own injection token. */
export class Deployment {
  constructor(
    readonly settings: Settings,
    readonly configuration: Configuration,
    readonly assemblies: readonly DeployedAssembly[],
    /** Those that the configuration names; what is read beside them, the roster of sources knows. */
    readonly sources: readonly DeployedSource[],
    readonly intakes: readonly DeployedIntake[] = [],
  ) {}

  /** Samples are read, and a programme to come is made up. */
  get isDemonstration(): boolean {
    return this.configuration.demonstration && !this.settings.live;
  }

  get dataFolder(): string {
    return this.settings.dataFolder;
  }

  get domainAliases(): Configuration['domainAliases'] {
    return this.configuration.domainAliases;
  }

  get venues(): Configuration['venues'] {
    return this.configuration.venues;
  }

  /** What letters can be about. */
  get themes(): readonly Theme[] {
    return this.configuration.themes;
  }

  /** Who may sign in to the console and rule on what is the same. */
  get admins(): readonly DeployedAdmin[] {
    return this.configuration.admins.map(({ id, address }) => ({ id: id as AdminId, address }));
  }

  /** Those that people subscribe to. */
  get lists(): readonly DeployedList[] {
    return this.assemblies.flatMap(({ lists }) => lists);
  }

  get externalLists(): readonly DeployedExternalList[] {
    return this.assemblies.flatMap(({ externalLists }) => externalLists);
  }

  /** Every source that the configuration brings to an assembly: read, received, or both. */
  sourcesOf(id: AssemblyId): readonly SourceDescription[] {
    const read = new Set(this.sources.map(({ description }) => description.source));
    const unread = this.intakes.filter(({ description }) => !read.has(description.source));
    return [...this.sources, ...unread].flatMap(({ assembly, description }) => (assembly === id ? [description] : []));
  }

  intake(id: SourceId): DeployedIntake | undefined {
    return this.intakes.find(({ description }) => description.source === id);
  }

  assembly(id: AssemblyId): DeployedAssembly {
    const found = this.assemblies.find((assembly) => assembly.id === id);
    if (found) return found;
    throw new NotConfigured(`no assembly «${id}» in the configuration: ${named(this.assemblies.map((one) => one.id))}`);
  }

  admin(id: string): DeployedAdmin {
    const found = this.admins.find((admin) => admin.id === id);
    if (found) return found;
    throw new NotConfigured(`no admin «${id}» in the configuration: ${named(this.admins.map((one) => one.id))}`);
  }

  list(id: ListId): DeployedList {
    const found = this.lists.find((list) => list.id === id);
    if (found) return found;
    throw new NotConfigured(`no list «${id}» in the configuration: ${named(this.lists.map((one) => one.id))}`);
  }
}

const named = (ids: readonly string[]): string => (ids.length === 0 ? 'there are none' : `there are ${ids.join(', ')}`);
