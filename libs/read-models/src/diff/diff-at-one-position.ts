import { DatabaseSync } from 'node:sqlite';
import type { EventStore } from '@relais/event-store';
import { projections as all } from '../projections.js';
import { Generation } from '../storage/generation.js';
import type { AnyProjection } from '../storage/table.js';
import { diffOf, type DiffOptions } from './diff.js';
import type { Diff } from './difference.js';
import { TwoGenerations } from './two-generations.js';

/**
 * What a generation that was built aside has otherwise than the one that is shown, both at one position: the shown one is
 * held as it is and goes on being fed; the other one, which nobody else has open, is brought to where it is held, and left
 * as one file.
 */
export const diffAtOnePosition = async (
  log: Pick<EventStore, 'readAll'>,
  shown: string,
  built: string,
  options: DiffOptions = {},
  projections: readonly AnyProjection[] = all,
): Promise<Diff> => {
  const two = await TwoGenerations.openAt(shown, built, async (position) => {
    const generation = Generation.open(built, 1, projections);
    try {
      if (generation.position < position)
        for await (const page of log.readAll(generation.position)) {
          generation.apply(page.filter((event) => event.position <= position));
          if (generation.position >= position) break;
        }
    } finally {
      generation.close();
    }
  });
  try {
    return diffOf(two, options);
  } finally {
    two.close();
    inOneFile(built);
  }
};

/** So that the file may be renamed: nothing of it lies beside it. */
const inOneFile = (file: string): void => {
  const database = new DatabaseSync(file);
  const { journal_mode: mode } = database.prepare('PRAGMA journal_mode=DELETE').get() as { journal_mode: string };
  database.close();
  if (mode !== 'delete') throw new Error(`${file} is in use, though it is still being built`);
};
