import { Inject, Injectable } from '@nestjs/common';
import { ReadModels, sources } from '@relais/read-models';
import type { SourceId } from '@relais/vocabulary';
import type { City, ListedSource } from '@relais/web/console';
import { SourceRoster } from '../../../adding/source-roster.js';
import { Deployment } from '../../../wiring/deployment.js';

/** Which sources there are, and where others can be added. */
@Injectable()
export class SourceDesk {
  constructor(
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(SourceRoster) private readonly roster: SourceRoster,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  cities(): readonly City[] {
    return this.deployment.assemblies.map(({ id, profile: { city, zone } }) => ({ id, city, zone }));
  }

  city(id: string | undefined): City | undefined {
    return this.cities().find((city) => city.id === id);
  }

  /** Those that are read, as the log has it by now, and those that only receive. */
  async sources(): Promise<readonly ListedSource[]> {
    await this.roster.refresh();
    const read = this.roster.all().map(({ assembly, description, everyMinutes }): ListedSource => {
      const { source, title, url } = description;
      const about = { source, assembly, title, every: everyMinutes, added: this.roster.isAdded(source) };
      return { ...about, ...(url !== undefined && { url }) };
    });
    const known = new Set(read.map(({ source }) => source));
    const receiving = this.deployment.intakes
      .filter(({ description }) => !known.has(description.source))
      .map(({ assembly, description: { source, title } }) => ({ source, assembly, title, added: false }));
    return [...read, ...receiving];
  }

  /** A source that is read or receives here; undefined for none. */
  async source(id: string): Promise<ListedSource | undefined> {
    return (await this.sources()).find(({ source }) => source === id);
  }

  /** What a source is or was called. */
  titleOf(id: SourceId): string {
    return this.roster.get(id)?.description.title ?? this.models.get(sources, id)?.title ?? id;
  }
}
