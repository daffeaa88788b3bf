import { existsSync } from 'node:fs';
import type { EventStore } from '@relais/event-store';
import { MasterKeyUnusable, publicKeyIn } from '@relais/transport';
import type { Instant } from '@relais/vocabulary';
import { FollowedChain, LogContradicts } from './followed-chain.js';
import { journalPurpose } from './journal-name.js';

/** How far the log is fixed, and whether what came since continues it. */
export type JournalStanding = Readonly<{
  checkpoints: number;
  position: number;
  at: Instant | null;
  /** How many events no checkpoint covers, of those that were looked at. */
  unfixed: number;
  /** What was signed and what is recorded are two things. */
  problem?: string;
}>;

/** So many events are looked at: a look is not a verification. */
const most = 10_000;

/** A look at the end of the log, by whoever can read it; the signature is looked at where the key file is there. */
export const journalStanding = async (store: EventStore, keyFile: string): Promise<JournalStanding> => {
  try {
    const publicKey = existsSync(keyFile) ? publicKeyIn(keyFile, journalPurpose) : undefined;
    const chain = await FollowedChain.from(store, publicKey);
    const { number = 0, position = 0n, at = null } = chain.last ?? {};
    const standing = { checkpoints: number, position: Number(position), at };
    try {
      await chain.advance({ most });
    } catch (error) {
      if (error instanceof LogContradicts) return { ...standing, unfixed: chain.unfixed.count, problem: error.message };
      throw error;
    }
    return { ...standing, unfixed: chain.unfixed.count };
  } catch (error) {
    if (!(error instanceof LogContradicts || error instanceof MasterKeyUnusable)) throw error;
    return { checkpoints: 0, position: 0, at: null, unfixed: 0, problem: error.message };
  }
};
