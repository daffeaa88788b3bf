import { Inject, Injectable } from '@nestjs/common';
import { assembly } from '@relais/assembly';
import { EventStore, handle } from '@relais/event-store';
import { mailingList } from '@relais/mailing-list';
import { Deployment } from '../wiring/deployment.js';

/** Brings the log in step with the configuration: assemblies, their sources, their lists. Records only what changed. */
@Injectable()
export class Founding {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  async found(): Promise<void> {
    for (const { id, profile, lists } of this.deployment.assemblies) {
      const stream = `assembly-${id}`;
      await handle(this.store, stream, assembly, { type: 'describe', assembly: id, profile });
      const sources = this.deployment.sources.filter((source) => source.assembly === id);
      await handle(this.store, stream, assembly, {
        type: 'list-sources',
        assembly: id,
        sources: sources.map(({ description }) => description),
      });
      for (const { id: list, name } of lists)
        await handle(this.store, `list-${list}`, mailingList, {
          type: 'open',
          list,
          assembly: id,
          name,
          kind: 'info',
        });
    }
  }
}
