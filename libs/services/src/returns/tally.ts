import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, type Instant } from '@relais/vocabulary';
import { Deployment } from '../wiring/deployment.js';

/**
 * What came of messages that came back. The last ones are on record nowhere else: `forged` is addressed to what nobody here made,
 * `unclear` an answer that could not be understood, `unknown` of a letter that the log does not have.
 */
export const comings = [
  'bounced',
  'complained',
  'left',
  'answered',
  'automatic',
  'unclear',
  'forged',
  'unknown',
] as const;
export type Coming = (typeof comings)[number];
export type Tallied = Readonly<{ since: Instant; counts: Readonly<Partial<Record<Coming, number>>> }>;

const fileIn = (dataFolder: string): string => join(dataFolder, 'returns.json');

/** What was counted in a data folder; undefined where nothing came back yet. It is no part of a backup. */
export const talliedIn = (dataFolder: string): Tallied | undefined => {
  try {
    return JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')) as Tallied;
  } catch {
    return undefined;
  }
};

/** Written so long after the first of several that were counted. */
const pause = 500;

/** Counts what came back, across restarts: how many, and of nobody. */
@Injectable()
export class Tally implements OnApplicationShutdown {
  readonly #file: string;
  readonly #since: Instant;
  readonly #counts: Partial<Record<Coming, number>>;
  #writing: NodeJS.Timeout | undefined;

  constructor(@Inject(Deployment) { settings }: Deployment, @Inject(Clock) clock: Clock) {
    const before = talliedIn(settings.dataFolder);
    this.#file = fileIn(settings.dataFolder);
    this.#since = before?.since ?? clock.now();
    this.#counts = { ...before?.counts };
  }

  get counts(): Tallied['counts'] {
    return this.#counts;
  }

  count(what: Coming): void {
    this.#counts[what] = (this.#counts[what] ?? 0) + 1;
    this.#writing ??= setTimeout(() => this.#write(), pause).unref();
  }

  onApplicationShutdown(): void {
    if (this.#writing !== undefined) this.#write();
  }

  #write(): void {
    clearTimeout(this.#writing);
    this.#writing = undefined;
    const tallied: Tallied = { since: this.#since, counts: this.#counts };
    writeFileSync(`${this.#file}.new`, `${JSON.stringify(tallied)}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }
}
