import { Inject, Injectable } from '@nestjs/common';
import { themesOf } from '@relais/configuration';
import type { GatheringFact } from '@relais/digest';
import { gatheringFact } from '@relais/digests';
import { agenda, issues, ReadModels } from '@relais/read-models';
import { addDays, Clock, daysOf, localTime, type AssemblyId, type GatheringId, type IssueId } from '@relais/vocabulary';
import { Deployment } from '../../wiring/deployment.js';
import { IssueMaker } from './issue-maker.js';

/** An issue, or a correction of one, that told a gathering, and how. */
export type Telling = Readonly<{ issue: IssueId; position: bigint; fact: GatheringFact }>;

/** No issue looks further ahead than this, in days, but for what it announces once. */
const oldest = 92;

/** What letters told of a gathering, and what is so now. */
@Injectable()
export class Tellings {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(IssueMaker) private readonly maker: IssueMaker,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A gathering as a letter would tell it now; undefined where it is over or is shown to nobody. */
  async now(
    gathering: GatheringId,
  ): Promise<Readonly<{ fact: GatheringFact; assembly: AssemblyId; position: bigint }> | undefined> {
    await this.maker.upToDate();
    const row = this.models.get(agenda, gathering);
    const { themes } = this.deployment;
    if (row?.when === undefined) return undefined;
    const zone = row.when.kind === 'timed' ? row.when.zone : 'UTC';
    if (daysOf(row.when).until < localTime(this.clock.now(), zone).date) return undefined;
    const { assembly } = row;
    const fact = gatheringFact(row, { models: this.models, assembly, themesOf: (text) => themesOf(text, themes) });
    return { fact, assembly, position: this.models.position() };
  }

  /** The issues of the last months that told it. */
  of(gathering: GatheringId, assembly: AssemblyId): Telling[] {
    const from = { date: addDays(this.clock.now().slice(0, 10), -oldest) };
    return this.models.find(issues, { where: { assembly }, from }).flatMap(({ row }) => {
      const { upcoming, announced } = row.content;
      const fact = [...upcoming, ...announced].find((one) => one.gathering === gathering);
      return fact ? [{ issue: row.issue, position: BigInt(row.position), fact }] : [];
    });
  }
}
