import { Inject, Injectable, Logger } from '@nestjs/common';
import type { SourceId } from '@relais/vocabulary';
import { SourceRoster } from '../adding/source-roster.js';
import type { DeployedSource } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';
import { Lanes } from './lanes.js';
import { Recogniser } from '../recognising/recogniser.js';
import { SourceReader, type SourceOutcome } from './reading/source-reader.js';

/**
 * How many hosts are read at the same time. One that does not answer keeps its lane for 30 s: with 10,000 sources an hour
 * a few lanes would soon be full of those. Each holds one document at most, of 10 MB at most.
 */
const hostsTogether = 32;

/** Reads sources and recognises what they announce: each host's one after another, several hosts at a time. */
@Injectable()
export class Collector {
  readonly #logger = new Logger('Collector');
  /** Of all collections together, so that no source is ever read twice at once. */
  readonly #lanes = new Lanes(hostsTogether);

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
    const outcomes = await Promise.all(
      sources.map((source) =>
        this.#lanes.take(laneOf(source), async () => {
          if (this.lifetime.signal.aborted) return [];
          const outcome = await this.#read(source);
          told(outcome);
          return [outcome];
        }),
      ),
    );
    return outcomes.flat();
  }

  async #read(source: DeployedSource): Promise<SourceOutcome> {
    const read = await this.reader.read(source, this.lifetime.signal);
    this.#say(read);
    return { ...read, events: read.events + (await this.recogniser.catchUp()) };
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
