import { Inject, Injectable } from '@nestjs/common';
import { assembly } from '@relais/assembly';
import { writeProgramme } from '@relais/demonstration';
import { EventStore, handle } from '@relais/event-store';
import { mailingList } from '@relais/mailing-list';
import { rhythms } from '@relais/rhythm';
import { Clock } from '@relais/vocabulary';
import { filesIn } from '../wiring/adapters.js';
import { Deployment } from '../wiring/deployment.js';

/**
 * Brings the log in step with the configuration: assemblies, their sources, their rhythms, their lists. Records only what changed. Of the
 * demonstration it also makes the programme that is to come.
 */
@Injectable()
export class Founding {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async found(): Promise<void> {
    const { isDemonstration, dataFolder } = this.deployment;
    if (isDemonstration) writeProgramme(filesIn(dataFolder).samples, this.clock.now());
    for (const { id, profile, lists, rhythms: meant } of this.deployment.assemblies) {
      const stream = `assembly-${id}`;
      await handle(this.store, stream, assembly, { type: 'describe', assembly: id, profile });
      await handle(this.store, stream, assembly, {
        type: 'list-sources',
        assembly: id,
        sources: this.deployment.sourcesOf(id),
      });
      await handle(this.store, `rhythm-${id}`, rhythms, { type: 'list', assembly: id, rhythms: meant });
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
