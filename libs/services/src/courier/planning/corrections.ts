import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import type { EventOf, Recorded } from '@relais/event-sourcing';
import type { HubEvent } from '@relais/catalogue';
import { correction as correctionDecider, type CorrectionEvent, type GatheringFact } from '@relais/digest';
import { templateVersion } from '@relais/digests';
import { EventStore, handle } from '@relais/event-store';
import { Clock, type GatheringId, type IssueId } from '@relais/vocabulary';
import { Intentions } from './intentions.js';
import { hashOf } from './issue-maker.js';
import { Misled, type Correctable } from './misled.js';
import { Tellings, type Telling } from './tellings.js';

type Change = EventOf<
  HubEvent,
  'gathering.rescheduled' | 'gathering.relocated' | 'gathering.cancelled' | 'gathering.confirmed'
>;

/** What changes of a gathering that its letters told, and what was said of that. */
const changes: readonly Change['type'][] = [
  'gathering.rescheduled',
  'gathering.relocated',
  'gathering.cancelled',
  'gathering.confirmed',
];

/** So long nothing more must have changed: who corrects a mistake in two steps has it told in one. */
const settling = 10 * 60_000;
/** Changes of a time before are those of gatherings that no letter of then announced any more. */
const longest = 92 * 86_400_000;

type Noted = Readonly<{ position: bigint; looks: number }>;

/**
 * Where the time, place or taking place of a gathering changes after a letter told it, whoever received that letter is told so,
 * once things have settled; one who was told something later is measured by that.
 */
@Injectable()
export class Corrections {
  readonly types: readonly string[] = [...changes, 'correction.composed'];
  readonly #changed = new Map<GatheringId, Noted>();
  readonly #made = new Map<GatheringId, Telling[]>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Tellings) private readonly tellings: Tellings,
    @Inject(Misled) private readonly misled: Misled,
    @Inject(Intentions) private readonly intentions: Intentions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Takes up what changed while nothing ran, or was not told when a crash came. */
  async start(): Promise<void> {
    const then = new Date(Date.parse(this.clock.now()) - longest).toISOString();
    const { types } = this;
    for await (const page of this.store.readAll(await this.store.positionAt(then), { types })) this.note(page);
  }

  note(events: readonly Recorded[]): void {
    for (const event of events) {
      const { type, data, position, recordedAt } = knownEvent(event);
      if (type === 'correction.composed') {
        const { gathering, issue, after } = data;
        this.#made.set(gathering, [...(this.#made.get(gathering) ?? []), { issue, position, fact: after }]);
      } else if (isChange(type) && 'gathering' in data)
        this.#changed.set(data.gathering, { position, looks: Date.parse(recordedAt) + settling });
    }
  }

  /** When there is next something to look at. */
  next(): number | undefined {
    return this.#changed.size === 0 ? undefined : Math.min(...[...this.#changed.values()].map(({ looks }) => looks));
  }

  /** Tells what has settled; resolves to how many letters were intended. To be called in turn with whoever plans. */
  async correct(): Promise<number> {
    const now = Date.parse(this.clock.now());
    let letters = 0;
    for (const [gathering, noted] of [...this.#changed]) {
      if (noted.looks > now) continue;
      letters += await this.#correct(gathering, noted);
    }
    return letters;
  }

  async #correct(gathering: GatheringId, noted: Noted): Promise<number> {
    const after = await this.tellings.now(gathering);
    const told = after ? [...this.tellings.of(gathering, after.assembly), ...(this.#made.get(gathering) ?? [])] : [];
    const { receivers, again } = after ? await this.misled.by(told, after.fact) : { receivers: [], again: undefined };
    const [latest] = receivers.map(({ told: by }) => by).sort((one, other) => Number(other.position - one.position));
    let letters = 0;
    if (after && latest) {
      const issue = `correction-${gathering}-${noted.position}` as IssueId;
      const of = [...new Set(receivers.map(({ told: by }) => by.issue))];
      const facts = { before: latest.fact, after: after.fact };
      const about = { issue, gathering, assembly: after.assembly, position: String(after.position), of };
      await this.#record({ ...about, ...facts });
      letters = await this.intentions.record(receivers.map((one) => letterOf(issue, one)));
    }
    // It may have changed again meanwhile, which is looked at in its turn.
    if (this.#changed.get(gathering) === noted) {
      if (again === undefined) this.#changed.delete(gathering);
      else this.#changed.set(gathering, { ...noted, looks: again });
    }
    return letters;
  }

  async #record(
    about: Omit<CorrectionEvent['data'], 'template' | 'hash'> & Readonly<{ before: GatheringFact }>,
  ): Promise<void> {
    const { before, after } = about;
    const composed = { ...about, template: templateVersion, hash: hashOf({ before, after }, templateVersion) };
    await handle(this.store, about.issue, correctionDecider, { type: 'compose', composed });
  }
}

const isChange = (type: string): type is Change['type'] => changes.some((one) => one === type);

const letterOf = (issue: IssueId, { member, madeTo }: Correctable) => ({
  ...{ about: `correction ${issue} ${member.subscription}`, member, issue },
  ...{ purpose: 'correction' as const, ...(madeTo && { madeTo }) },
});
