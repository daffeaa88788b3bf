import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { extentOf, SqliteEventStore, type Extent } from '@relais/event-store';
import { Generations } from '@relais/read-models';
import { writeSyntheticLog } from '../synthetic/synthetic-log.ts';
import { killed } from './killed.ts';
import { checkPowerCuts } from './power-cut.ts';
import { acknowledged, checkPages, checkSurvivors } from './survivors.ts';

const repository = join(import.meta.dirname, '..', '..', '..', '..');
const cli = join(repository, 'apps', 'cli', 'dist', 'index.js');

/** One kill of one kind of work, and what must be true afterwards; throws where it is not. */
export type Round = (pick: (below: number) => number) => Promise<void>;

/** Appends, in files that go on over some rounds: a log that has recovered before. */
export const appends = (folder: string, name: string, most: number, writers: number): Round => {
  let count = 0;
  return async (pick) => {
    const file = join(folder, `${name}-${Math.floor(count++ / 5)}.db`);
    const words = [join(import.meta.dirname, 'victim.ts'), file, String(most), String(writers)];
    const { lines } = await killed({ words, delay: pick(200), from: 'first line' });
    const said = acknowledged(lines);
    await checkPowerCuts(file, said, pick);
    await checkSurvivors(file, said, `${name}, killed`);
  };
};

/** A data folder with a log of so many events, and what the command line does there. */
export class Hub {
  readonly data: string;
  #extent: Extent | undefined;

  private readonly folder: string;
  private readonly events: number;

  constructor(folder: string, events: number) {
    this.folder = folder;
    this.events = events;
    this.data = join(folder, 'hub');
  }

  async prepare(): Promise<void> {
    mkdirSync(this.data, { recursive: true });
    await writeSyntheticLog(join(this.data, 'log.db'), this.events);
    this.#extent = await this.extentIn(this.data);
    await this.run(['export', join(this.folder, 'log.ndjson')]);
    await this.run(['replay']);
  }

  /** Runs a verb to its end; resolves to the milliseconds it took. */
  async run(words: readonly string[], data = this.data): Promise<number> {
    const begun = performance.now();
    const { hadEnded } = await killed({ ...this.#victim(words, data), delay: 120_000 });
    if (!hadEnded) throw new Error(`relais ${words.join(' ')} did not come to its end`);
    return performance.now() - begun;
  }

  readonly import: Round = async (pick) => {
    const data = this.#new('imported');
    const words = ['import', join(this.folder, 'log.ndjson')];
    await this.#killed(words, pick, data);
    if (existsSync(join(data, 'log.db'))) checkPages(join(data, 'log.db'), 'import, killed');
    await this.run(words, data);
    await this.#same(data, 'an import that was gone on with');
  };

  readonly backup: Round = async (pick) => {
    const to = this.#new('backup');
    rmSync(`${to}.unfinished`, { recursive: true, force: true });
    rmSync(to, { recursive: true, force: true });
    await this.#killed(['backup', to], pick);
    if (existsSync(to)) {
      const { files } = JSON.parse(readFileSync(join(to, 'manifest.json'), 'utf8')) as {
        files: { name: string; sha256: string }[];
      };
      for (const { name, sha256 } of files)
        if (
          createHash('sha256')
            .update(readFileSync(join(to, name)))
            .digest('hex') !== sha256
        )
          throw new Error(`a backup that has its name is not whole: ${name}`);
      await this.#same(to, 'a backup that has its name');
    }
    await this.#same(this.data, 'the log, after a backup that was killed');
  };

  readonly replay: Round = async (pick) => {
    await this.#killed(['replay'], pick);
    const generations = new Generations(join(this.data, 'read-models'));
    const current = generations.current();
    if (current === undefined) throw new Error('after a replay that was killed no generation is shown');
    const generation = generations.open(current);
    const [position, digest] = [Number(generation.position), generation.digest()];
    generation.close();
    if (position !== this.events) throw new Error(`a generation is shown that stands at ${position}: torn`);
    if ((this.#digest ??= digest) !== digest) throw new Error('a generation is shown that has other rows: torn');
    for (const name of readdirSync(generations.folder))
      if (/^\d+\.db$/.test(name)) checkPages(join(generations.folder, name), 'replay, killed');
  };
  #digest: unknown;

  extentIn = async (data: string): Promise<Extent> => {
    const log = SqliteEventStore.open(join(data, 'log.db'), { readOnly: true });
    const extent = await extentOf(log);
    await log.close();
    return extent;
  };

  async #same(data: string, what: string): Promise<void> {
    const { events, hash } = await this.extentIn(data);
    if (events !== this.#extent?.events || hash !== this.#extent.hash)
      throw new Error(`${what} holds ${events} events, or others than ${this.#extent?.events}`);
  }

  #new(name: string): string {
    const data = join(this.folder, name);
    rmSync(data, { recursive: true, force: true });
    return data;
  }

  /** Killed at any moment between its start and a little after its end. */
  async #killed(words: readonly string[], pick: (below: number) => number, data = this.data): Promise<void> {
    const verb = words[0] ?? '';
    const longest = this.#lasts.get(verb) ?? 1_500;
    const begun = performance.now();
    const { hadEnded } = await killed({ ...this.#victim(words, data), delay: 200 + pick(longest) });
    // The machine may become slower: so long as none came to its end, the next may be let live longer.
    this.#lasts.set(verb, hadEnded ? Math.round(performance.now() - begun) : Math.round(longest * 1.1));
  }
  readonly #lasts = new Map<string, number>();

  #victim(words: readonly string[], data: string) {
    const env = { RELAIS_DATA: data, RELAIS_CONFIG: join(repository, 'relais.yaml') };
    return { words: [cli, ...words], env, from: 'start' } as const;
  }
}
