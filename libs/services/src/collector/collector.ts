import { Inject, Injectable, Logger } from '@nestjs/common';
import type { SourceId } from '@relais/vocabulary';
import { SourceRoster } from '../adding/source-roster.js';
import type { DeployedSource } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';
import { Recogniser } from './recogniser.js';
import { SourceReader, type SourceOutcome } from './source-reader.js';

/** How many hosts are read at the same time. */
const lanes = 4;

/** Reads sources and recognises what they announce: each host's one after another, several hosts at a time. */
@Injectable()
export class Collector {
  readonly #logger = new Logger('Collector');
  /** The last reading of each lane, so that no source is ever read twice at once. */
  readonly #busy = new Map<string, Promise<void>>();

  constructor(
    @Inject(SourceRoster) private readonly roster: SourceRoster,
    @Inject(SourceReader) private readonly reader: SourceReader,
    @Inject(Recogniser) private readonly recogniser: Recogniser,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** Reads these sources (all of them, unless named; not those that are no more) and resolves to what came of each, in their order. */
  async collect(
    named: readonly SourceId[] | undefined,
    told: (outcome: SourceOutcome) => void = () => undefined,
  ): Promise<readonly SourceOutcome[]> {
    await this.recogniser.catchUp();
    await this.roster.refresh();
    const sources = named === undefined ? this.roster.all() : named.flatMap((id) => this.roster.get(id) ?? []);
    const outcomes = new Map<DeployedSource, SourceOutcome>();
    const queues = [...Map.groupBy(sources, laneOf).entries()];
    const work = async (): Promise<void> => {
      for (let queue = queues.shift(); queue !== undefined; queue = queues.shift())
        await this.#inLane(queue[0], queue[1], (source, outcome) => {
          outcomes.set(source, outcome);
          told(outcome);
        });
    };
    await Promise.all(Array.from({ length: lanes }, work));
    return sources.flatMap((source) => outcomes.get(source) ?? []);
  }

  async #inLane(
    lane: string,
    sources: readonly DeployedSource[],
    done: (source: DeployedSource, outcome: SourceOutcome) => void,
  ): Promise<void> {
    const before = this.#busy.get(lane) ?? Promise.resolve();
    const reading = before.then(async () => {
      for (const source of sources) {
        if (this.lifetime.signal.aborted) return;
        const read = await this.reader.read(source, this.lifetime.signal);
        const outcome = { ...read, events: read.events + (await this.recogniser.catchUp()) };
        this.#say(outcome);
        done(source, outcome);
      }
    });
    this.#busy.set(
      lane,
      reading.catch(() => undefined),
    );
    await reading;
  }

  /** A failure is said when it begins, as it is recorded; at every further attempt only to who wants to know all. */
  #say({ source, outcome, errors, events, reason }: SourceOutcome): void {
    const failure = `${source} could not be read: ${reason?.detail}`;
    if (outcome === 'failed' && events > 0) this.#logger.warn(failure);
    else if (outcome === 'failed') this.#logger.debug(failure);
    for (const error of errors) this.#logger.debug(`${source}: ${error}`);
  }
}

const laneOf = ({ readFrom }: DeployedSource): string => new URL(readFrom).host;
