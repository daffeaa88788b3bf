import {
  isSignedBy,
  NotANote,
  readCheckpoint,
  readCheckpoints,
  type Checkpoint,
  type EventStore,
} from '@relais/event-store';
import type { NotaryEvent } from '@relais/notary';
import { Unavailable } from '../wiring/unavailable.js';

/** Something that is wrong with a checkpoint itself. */
export type CheckpointProblem = Readonly<{ where: string; what: string }>;

export type RecordedCheckpoints = Readonly<{
  checkpoints: readonly Checkpoint[];
  problems: readonly CheckpointProblem[];
  /** There are some, and not one is signed by this key. */
  isOfAnotherKey: boolean;
}>;

const isSigned = ({ signed, origin }: Checkpoint, publicKey: Uint8Array): boolean =>
  isSignedBy(signed, { name: origin, publicKey });

/** The checkpoints that a log holds, and what is wrong with them: a note that is none, or says another thing, or is signed by another key. */
export const recordedCheckpoints = async (
  store: EventStore,
  publicKey: Uint8Array | undefined,
): Promise<RecordedCheckpoints> => {
  const checkpoints: Checkpoint[] = [];
  const problems: CheckpointProblem[] = [];
  let [count, forged] = [0, 0];
  for await (const page of store.readAll(0n, { types: ['log.checkpointed' satisfies NotaryEvent['type']] }))
    for (const { position, data } of page) {
      const where = `position ${position}`;
      const { size, hash, note } = data as { size?: unknown; hash?: unknown; note?: unknown };
      count++;
      try {
        const checkpoint = readCheckpoint(String(note));
        checkpoints.push(checkpoint);
        if (checkpoint.size !== size || checkpoint.hash !== hash)
          problems.push({ where, what: 'this checkpoint says another thing than its note' });
        if (publicKey === undefined || isSigned(checkpoint, publicKey)) continue;
        forged++;
        problems.push({ where, what: 'the note of this checkpoint is not signed by the hub’s key' });
      } catch (error) {
        if (!(error instanceof NotANote)) throw error;
        problems.push({ where, what: `this checkpoint’s note is none: ${error.message}` });
      }
    }
  return { checkpoints, problems, isOfAnotherKey: count > 0 && forged === count };
};

/** Checkpoints that were kept elsewhere. Throws one clear line where these are none, or not of this hub. */
export const keptCheckpoints = (
  from: string,
  text: string,
  publicKey: Uint8Array | undefined,
): readonly Checkpoint[] => {
  const kept = read(from, text);
  if (kept.length === 0) throw new Unavailable(`${from} holds no checkpoint: give it what /journal/points.txt shows`);
  const foreign = publicKey && kept.find((checkpoint) => !isSigned(checkpoint, publicKey));
  if (foreign)
    throw new Unavailable(
      `${from}: the checkpoint of ${foreign.origin} at ${foreign.size} events is not signed by the key of this log: it is of another hub, or was altered`,
    );
  return kept;
};

const read = (from: string, text: string): readonly Checkpoint[] => {
  try {
    return readCheckpoints(text);
  } catch (error) {
    if (!(error instanceof NotANote)) throw error;
    throw new Unavailable(`${from} holds something that is no checkpoint: ${error.message}`, { cause: error });
  }
};
