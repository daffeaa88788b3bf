import { setImmediate } from 'node:timers/promises';
import { beginning, chained, isSignedBy, NotANote, readCheckpoint, type EventStore } from '@relais/event-store';
import { checkpointStream, type NotaryEvent, type Unfixed } from '@relais/notary';
import type { Instant } from '@relais/vocabulary';

/** What is recorded does not continue what was signed. */
export class LogContradicts extends Error {
  override readonly name = 'LogContradicts';
}

/** How far the log was fixed last. */
export type LastCheckpoint = Readonly<{
  number: number;
  size: number;
  position: bigint;
  hash: string;
  note: string;
  at: Instant;
}>;

type Checkpointed = Extract<NotaryEvent, { type: 'log.checkpointed' }>;

const lastCheckpointOf = async (store: EventStore): Promise<LastCheckpoint | undefined> => {
  for await (const { type, data, recordedAt, version } of store.readBack(checkpointStream)) {
    if (type !== ('log.checkpointed' satisfies Checkpointed['type'])) continue;
    const { size, position, hash, note } = data as Checkpointed['data'];
    return { number: version, size, position: BigInt(position), hash, note, at: recordedAt };
  }
  return undefined;
};

/** Whether this is what the holder of the key signed. */
const isOwn = ({ size, hash, note }: LastCheckpoint, publicKey: Uint8Array): boolean => {
  try {
    const { origin, signed, ...said } = readCheckpoint(note);
    return said.size === size && said.hash === hash && isSignedBy(signed, { name: origin, publicKey });
  } catch (error) {
    if (error instanceof NotANote) return false;
    throw error;
  }
};

/** The chain of the log, computed anew from the last checkpoint on; what was signed is believed, and nothing else. */
export class FollowedChain {
  #count = 0;
  #since: Instant | undefined;

  private constructor(
    private readonly store: EventStore,
    readonly last: LastCheckpoint | undefined,
    public size: number,
    public position: bigint,
    public hash: string,
  ) {}

  /** Throws {@link LogContradicts} where the log does not hold what was signed last, by this key if it is known. */
  static async from(store: EventStore, publicKey?: Uint8Array): Promise<FollowedChain> {
    const last = await lastCheckpointOf(store);
    if (last === undefined) return new FollowedChain(store, last, 0, 0n, beginning);
    const { size, position, hash } = last;
    if (publicKey !== undefined && !isOwn(last, publicKey))
      throw new LogContradicts(
        `checkpoint ${last.number} (${size} events) is not signed by the key of this hub: it was altered, or the key file is another`,
      );
    for await (const [link] of store.links(position - 1n)) {
      if (link?.position !== position || (link.hash !== undefined && link.hash !== hash))
        throw new LogContradicts(`position ${position} is not as it was signed (${size} events)`);
      return new FollowedChain(store, last, size, position, hash);
    }
    throw new LogContradicts(`the log ends before position ${position}, which was signed (${size} events)`);
  }

  /** What no checkpoint covers of what was read. */
  get unfixed(): Unfixed {
    return { count: this.#count, ...(this.#since !== undefined && { since: this.#since }) };
  }

  /** Reads on to the log's end, or about so many events, and lets others have the thread in between. Throws {@link LogContradicts}. */
  async advance({ signal, most = Infinity }: { signal?: AbortSignal; most?: number } = {}): Promise<void> {
    const until = this.size + most;
    for await (const page of this.store.links(this.position)) {
      for (const link of page) {
        const hash = chained(this.hash, link);
        if (link.hash !== undefined && link.hash !== hash)
          throw new LogContradicts(
            `position ${link.position} does not follow position ${this.position}, up to which all was as it was signed`,
          );
        this.hash = hash;
        this.position = link.position;
        this.size++;
        // Checkpoints alone are no reason for another.
        if (link.type === 'log.checkpointed') continue;
        this.#count++;
        this.#since ??= link.recordedAt;
      }
      if (this.size >= until) return;
      await setImmediate();
      if (signal?.aborted) return;
    }
  }

  /** All that was read is covered by a checkpoint now. */
  fixed(): void {
    this.#count = 0;
    this.#since = undefined;
  }
}
