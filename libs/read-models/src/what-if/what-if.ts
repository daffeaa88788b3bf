import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemblies } from '../assemblies/assemblies.js';
import { diffFiles, type DiffOptions } from '../diff/diff.js';
import type { Diff } from '../diff/difference.js';
import { projections as ours } from '../projections.js';
import { buildGeneration, type BuildOptions, type ReadableLog } from '../replaying/build-generation.js';
import type { AnyProjection } from '../storage/table.js';
import { guarded } from './guarded.js';
import { whyImpure } from './impurity.js';
import { Untriable } from './untriable.js';

/** What rows are made of on one side of a trial: a log, which may be one that never was, and projections of it. */
export type Supposed = Readonly<{
  log: ReadableLog;
  projections: readonly AnyProjection[];
}>;

export type TrialOptions = DiffOptions &
  Pick<BuildOptions, 'onProgress' | 'signal' | 'selective'> &
  /** Where its own folder is made and removed; among the system's temporary ones unless said. */
  Readonly<{ temporary?: string }>;

/**
 * What would be other in the rows, were it as supposed. Both sides are built from their logs, up to the same position, in a
 * folder that is removed again; the logs are only read, and what is shown is not looked at.
 */
export const suppose = async (before: Supposed, after: Supposed, options: TrialOptions = {}): Promise<Diff> => {
  const { onProgress, signal, selective = false, temporary = tmpdir(), ...diffOptions } = options;
  const folder = await mkdtemp(join(temporary, 'relais-what-if-'));
  const until = await before.log.head();
  const build = async (name: string, { log, projections }: Supposed): Promise<string> => {
    const file = join(folder, `${name}.db`);
    await buildGeneration(log, file, {
      ...{ only: projections, until, selective },
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    });
    return file;
  };
  try {
    return diffFiles(await build('before', before), await build('after', after), diffOptions);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The projections of today beside these, which take the places of those of their names. Assemblies say which list is whose. */
const beside = (tried: readonly AnyProjection[]): Readonly<{ before: AnyProjection[]; after: AnyProjection[] }> => {
  const isTried = ({ name }: AnyProjection): boolean => tried.some((one) => one.name === name);
  const before = ours.filter((one) => isTried(one) || one.name === assemblies.name);
  return { before, after: [...before.filter((one) => !isTried(one)), ...tried.map(guarded)] };
};

/**
 * What would be other with changed or new projections. Rejects with {@link Untriable} where one fails on an event, or does
 * not make the same rows of the same events each time.
 */
export const supposeProjections = async (
  log: ReadableLog,
  tried: readonly AnyProjection[],
  options: Omit<TrialOptions, 'selective'> = {},
): Promise<Diff> => {
  for (const projection of tried) {
    const why = await whyImpure(log, guarded(projection));
    if (why !== undefined) throw new Untriable(`the projection «${projection.name}» ${why}`);
  }
  const { before, after } = beside(tried);
  return suppose({ log, projections: before }, { log, projections: after }, { ...options, selective: true });
};
