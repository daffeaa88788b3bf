import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { themesOf } from '@relais/configuration';
import { digest as digestDecider, type Cadence, type IssueContent, type MadeWith } from '@relais/digest';
import { composeIssue, isEmpty, noticeOf, templateVersion, urgentFacts, type UrgentFact } from '@relais/digests';
import { EventStore, handle } from '@relais/event-store';
import { assemblies, ReadModels } from '@relais/read-models';
import { canonicalJson, Clock, localTime, type Instant, type IssueId } from '@relais/vocabulary';
import { Deployment, type DeployedList } from '../../wiring/deployment.js';
import { ShownLog } from '../../wiring/shown-log.js';
import { issueId } from '../issues/issue-ids.js';
import { IssueShelf, type ComposedIssue } from '../issues/issue-shelf.js';
import { PlanKeeper } from './plan-keeper.js';

/** What letters are rendered with here, beside our own templates. */
export const madeWith = (): MadeWith => {
  const { unicode = '', icu = '', tz = '', cldr = '' } = process.versions;
  return { unicode, icu, tz, cldr };
};

/** SHA-256 (hex) of what an issue says and the templates that say it. */
export const hashOf = (content: unknown, template: number): string =>
  createHash('sha256').update(canonicalJson({ template, content })).digest('hex');

/** What is to be composed: an issue of a list for a rhythm at a moment. */
export type Asked = Readonly<{ list: DeployedList; cadence: Exclude<Cadence, 'notice'>; at: Instant }>;

/** Composes issues at a position of the log, each once. */
@Injectable()
export class IssueMaker {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(PlanKeeper) private readonly keeper: PlanKeeper,
    @Inject(IssueShelf) private readonly shelf: IssueShelf,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ShownLog) private readonly shown: ShownLog,
  ) {}

  /** The read models may be another process's: they are waited for, and never composed from when they lag. */
  upToDate(): Promise<void> {
    return this.shown.upToDate();
  }

  /** What the issue would say, recording nothing. To be called {@link upToDate}. */
  draft({ list, cadence, at }: Asked): ComposedIssue {
    const issue = issueId(list.id, cadence, at, list.zone);
    const since = this.keeper.issued.since(issue, list.id);
    const zone = this.#zone(list);
    const [position, content] = this.#atOnePosition(() =>
      composeIssue({ ...this.#of(list), zone, since, until: at, cadence }),
    );
    return this.#composed(list, { issue, cadence, period: { since, until: at }, position, content });
  }

  /** The issue, composed now if it was not before; undefined where there is nothing to say. To be called {@link upToDate}. */
  async make(asked: Asked): Promise<ComposedIssue | undefined> {
    const { list, cadence, at } = asked;
    const known = await this.shelf.get(issueId(list.id, cadence, at, list.zone));
    if (known) return known;
    const composed = this.draft(asked);
    return isEmpty(composed.content) ? undefined : this.record(composed);
  }

  /** What cannot wait, of an assembly. To be called {@link upToDate}. */
  urgent(list: DeployedList): readonly UrgentFact[] {
    const until = this.clock.now();
    return this.#atOnePosition(() => urgentFacts({ ...this.#of(list), zone: this.#zone(list), until }))[1];
  }

  /** What an issue of these facts and nothing else would say, so called. */
  notice(list: DeployedList, issue: IssueId, facts: readonly UrgentFact[]): ComposedIssue {
    const until = this.clock.now();
    const since = facts.map(({ known }) => known).sort()[0] ?? until;
    const position = this.models.position();
    return this.#composed(list, {
      issue,
      cadence: 'notice',
      period: { since, until },
      position,
      content: noticeOf(facts),
    });
  }

  /** Puts it on record, once; somebody else may have composed one of this name meanwhile: theirs holds. */
  async record(composed: ComposedIssue): Promise<ComposedIssue | undefined> {
    await handle(this.store, `digest-${composed.issue}`, digestDecider, { type: 'compose', composed });
    await this.keeper.fold();
    return this.shelf.get(composed.issue);
  }

  #of({ assembly }: DeployedList) {
    const { themes } = this.deployment;
    return { models: this.models, assembly, themesOf: (text: string) => themesOf(text, themes) };
  }

  /** As the log has it, so that it is the same when the issue is made again. */
  #zone({ assembly, zone }: DeployedList): string {
    return this.models.get(assemblies, assembly)?.profile.zone ?? zone;
  }

  /** Another process may project meanwhile: what was read at two positions cannot be made again. */
  #atOnePosition<Read>(read: () => Read): readonly [bigint, Read] {
    for (;;) {
      const [position, generation] = [this.models.position(), this.models.generation()];
      const value = read();
      if (this.models.position() === position && this.models.generation() === generation) return [position, value];
    }
  }

  #composed(
    { id: list, assembly, zone, approval }: DeployedList,
    {
      position,
      content,
      ...of
    }: Readonly<{
      issue: IssueId;
      cadence: Cadence;
      period: ComposedIssue['period'];
      position: bigint;
      content: IssueContent;
    }>,
  ): ComposedIssue {
    return {
      ...{ ...of, list, assembly, content },
      date: localTime(of.period.until, zone).date,
      position: String(position),
      template: templateVersion,
      hash: hashOf(content, templateVersion),
      madeWith: madeWith(),
      ...(approval && { needsApproval: true }),
    };
  }
}
