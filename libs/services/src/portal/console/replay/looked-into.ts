import { statSync } from 'node:fs';
import { describeGeneration, diffFiles, Generations, isDamaged, type Diff } from '@relais/read-models';
import type { GenerationSeen } from '@relais/web/console';

/** What is to be found out of the generations in a folder. */
export type Look = Readonly<{ folder: string; compare?: Readonly<{ before: number; after: number }> }>;

/** Every generation, the newest first, and what two of them have not alike, if both can be read. */
export type LookedInto = Readonly<{ generations: readonly GenerationSeen[]; diff?: Diff }>;

const seenOf = (all: Generations, generation: number): GenerationSeen[] => {
  const file = all.fileOf(generation);
  const about = { generation, shown: all.current() === generation };
  try {
    const { position, rows, bytes, made, outdated } = describeGeneration(file);
    const what = { bytes, made: made.toISOString(), position: String(position), rows };
    return [{ ...about, ...what, ...(outdated !== undefined && { outdated }) }];
  } catch (error) {
    // Removed a moment ago.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    if (!isDamaged(error)) throw error;
    const { size: bytes, birthtime } = statSync(file);
    return [{ ...about, bytes, made: birthtime.toISOString(), damaged: (error as Error).message }];
  }
};

const diffOf = (all: Generations, before: number, after: number): Diff | undefined => {
  try {
    return diffFiles(all.fileOf(before), all.fileOf(after));
  } catch (error) {
    if (isDamaged(error)) return undefined;
    throw error;
  }
};

/** Reads whole files: not for a thread in which somebody waits for a page. */
export const lookInto = ({ folder, compare }: Look): LookedInto => {
  const all = new Generations(folder);
  const generations = all
    .list()
    .reverse()
    .flatMap((generation) => seenOf(all, generation));
  if (compare === undefined) return { generations };
  const isThere = ({ before, after }: typeof compare): boolean =>
    [before, after].every((number) => generations.some((one) => one.generation === number && !('damaged' in one)));
  const diff = isThere(compare) ? diffOf(all, compare.before, compare.after) : undefined;
  return { generations, ...(diff && { diff }) };
};
