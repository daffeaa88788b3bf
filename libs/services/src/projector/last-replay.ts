import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { ReplayOptions, ReplayResult } from '@relais/read-models';

/** What a replay came to, or why it came to nothing. Plain: it is kept and sent as JSON. */
export type EndedReplay = Readonly<{
  ended: string;
  /** Those that were made anew, if not all. */
  only?: readonly string[];
  dryRun?: boolean;
}> &
  (
    | Readonly<{ result: Omit<ReplayResult, 'diff'> }>
    | Readonly<{ failure: Readonly<{ kind: string; message: string }> }>
  );

/** What never began, or goes on at the next start, has not ended. By names: some of these come out of a thread. */
const notEnded = ['ReplayRuns', 'UnknownProjection', 'Interrupted'];

/** Remembers in a file what the last replay came to: the next one's time is reckoned by it, and whoever comes later reads it. */
export class LastReplay {
  readonly #watching = new Set<() => void>();

  constructor(private readonly file: string) {}

  /** Undefined where none has ended, or what is kept of it cannot be read: nothing depends on it. */
  get ended(): EndedReplay | undefined {
    if (!existsSync(this.file)) return undefined;
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as EndedReplay;
    } catch {
      return undefined;
    }
  }

  /** Resolves when a replay has ended, however it does, and that is kept. */
  async of(replay: Promise<ReplayResult>, { only, dryRun }: ReplayOptions): Promise<void> {
    const about = { ...(only && { only }), ...(dryRun && { dryRun }) };
    try {
      // Rows are kept nowhere but in generations, so that nobody who is forgotten is left here.
      const { diff: _, ...result } = await replay;
      this.#keep({ ended: new Date().toISOString(), ...about, result });
    } catch (error) {
      const failure =
        error instanceof Error
          ? { kind: error.name, message: error.message }
          : { kind: 'Error', message: String(error) };
      if (notEnded.includes(failure.kind)) return;
      this.#keep({ ended: new Date().toISOString(), ...about, failure });
    }
  }

  /** Tells whenever another is the last, until what is returned is called. */
  watch(told: () => void): () => void {
    this.#watching.add(told);
    return () => this.#watching.delete(told);
  }

  #keep(ended: EndedReplay): void {
    const draft = `${this.file}.draft`;
    writeFileSync(draft, `${JSON.stringify(ended)}\n`);
    renameSync(draft, this.file);
    for (const told of this.#watching) told();
  }
}
