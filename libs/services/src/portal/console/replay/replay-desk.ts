import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import { Generations, projections, type Activated } from '@relais/read-models';
import { Clock, localTime } from '@relais/vocabulary';
import { commonZone } from '@relais/web';
import type { ComparedSeen, PlanSeen, ProjectorSeen, RefusalSeen, ReplaySeen } from '@relais/web/console';
import { countsByPosition } from '../../../wiring/adapters.js';
import { Deployment } from '../../../wiring/deployment.js';
import { lookAside } from './look.js';
import { ProjectorLine, type Done } from './projector-line.js';
import { ReplayWatch } from './replay-watch.js';
import { replayScriptPath } from './script.controller.js';

const names = projections.map(({ name }) => name);

/** So much of a second an event takes, by the last replay that was measured from its beginning to its end. */
const paceOf = (projector: ProjectorSeen): number | undefined => {
  const ended = projector === 'nobody' ? undefined : projector.ended;
  if (ended === undefined || !('result' in ended)) return undefined;
  const { events, seconds, resumedAt } = ended.result;
  return resumedAt === undefined && events > 0 ? seconds / events : undefined;
};

/** What an admin sees of replays and generations, and has the projector do with them. */
@Injectable()
export class ReplayDesk {
  constructor(
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Generations) private readonly generations: Generations,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ProjectorLine) private readonly line: ProjectorLine,
    @Inject(ReplayWatch) private readonly watch: ReplayWatch,
  ) {}

  /** Those of these names that are projections, in their order; all of them is none in particular. */
  chosen(isChosen: (projection: string) => boolean): readonly string[] {
    const chosen = names.filter(isChosen);
    return chosen.length === names.length ? [] : chosen;
  }

  async see(more: Pick<ReplaySeen, 'chosen' | 'refused' | 'done'>): Promise<ReplaySeen> {
    const { folder } = this.generations;
    const [{ generations }, projector] = await Promise.all([lookAside({ folder }), this.watch.now()]);
    const today = localTime(this.clock.now(), commonZone).date;
    return { generations, projector, projections: names, today, script: replayScriptPath, ...more };
  }

  async plan(chosen: readonly string[], refused?: RefusalSeen): Promise<PlanSeen> {
    const { folder } = this.generations;
    const [{ generations }, projector] = await Promise.all([lookAside({ folder }), this.watch.now()]);
    const bytes = generations.find(({ shown }) => shown)?.bytes;
    const events = countsByPosition(this.deployment.settings) ? Number(await this.store.head()) : undefined;
    const pace = paceOf(projector);
    const { bavail, bsize } = await statfs(folder);
    return {
      ...{ projections: names, chosen, free: bavail * bsize },
      ...(events !== undefined && { events }),
      ...(events !== undefined && pace !== undefined && { seconds: pace * events }),
      ...(bytes !== undefined && { bytes }),
      ...(refused && { refused }),
    };
  }

  /** Undefined where there is no such generation. */
  async compare(generation: number, refused?: RefusalSeen): Promise<ComparedSeen | undefined> {
    const { folder } = this.generations;
    const before = this.generations.current();
    const isOther = before !== undefined && before !== generation;
    const compare = isOther ? { compare: { before, after: generation } } : {};
    const { generations, diff } = await lookAside({ folder, ...compare });
    const one = generations.find((each) => each.generation === generation);
    const shown = generations.find((each) => each.shown);
    return one && { one, ...(shown && { shown }), ...(diff && { diff }), ...(refused && { refused }) };
  }

  replay(only: readonly string[], show: boolean): Promise<RefusalSeen | undefined> {
    return this.line.begin('replay', { show, ...(only.length > 0 && { only }) });
  }

  async tell(act: 'pause' | 'resume' | 'cancel'): Promise<RefusalSeen | undefined> {
    const done = await this.line.order('replaying', { act });
    if (!('refused' in done)) return undefined;
    // It ended, or somebody else stopped it: nothing else is in the way of these.
    return done.refused.kind === 'Unavailable' ? { kind: 'NoReplay', message: '' } : done.refused;
  }

  show(generation: number): Promise<Done<Activated>> {
    return this.line.order('activate', { generation });
  }

  async remove(generation: number): Promise<RefusalSeen | undefined> {
    const done = await this.line.order('remove', { generation });
    return 'refused' in done ? done.refused : undefined;
  }
}
