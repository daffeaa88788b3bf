import { Inject, Injectable, Logger } from '@nestjs/common';
import { checkpointText, EventStore, handle, signedNote } from '@relais/event-store';
import { checkpointDue, checkpointStream, notary } from '@relais/notary';
import { Keys, Queue } from '@relais/transport';
import { Clock } from '@relais/vocabulary';
import { alarmTime } from '../wiring/alarm-time.js';
import { Deployment } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';
import { OneAtATime } from '../wiring/one-at-a-time.js';
import { FollowedChain, LogContradicts } from './followed-chain.js';
import { journalName, journalPurpose } from './journal-name.js';

/** So many events are read before the process counts as started, at most; more of them are read beside its work. */
const atOnce = 20_000;

/**
 * Fixes the log: computes its chain, and records a signed checkpoint for every thousand events, or a day after one that none
 * covers. Where the log does not continue what it signed, it stops, says so, and signs nothing more.
 */
@Injectable()
export class Notary {
  readonly #logger = new Logger('Notary');
  readonly #turns = new OneAtATime();
  #chain: FollowedChain | undefined;
  #armed: string | undefined;
  #problem: string | undefined;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Queue) private readonly queue: Queue,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** Why it stopped, if it did. Only where it was started: that is one process of a hub. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Resolves when what is due is fixed, or for a long log, when that is under way. */
  async start(): Promise<void> {
    await this.queue.onRing('checkpoint', () => {
      // It may ring before our clock has come so far; then it has to be set again.
      this.#armed = undefined;
      return this.#look();
    });
    await this.#look(atOnce);
    this.lifetime.run('the notary', async (signal) => {
      await this.#look();
      for await (const _page of this.store.subscribe(this.#chain?.position ?? 0n, signal)) {
        await this.#look();
        if (this.#problem !== undefined) return;
      }
    });
  }

  #look(most = Infinity): Promise<void> {
    return this.#turns.take(async () => {
      if (this.#problem !== undefined) return;
      try {
        this.#chain ??= await FollowedChain.from(this.store, this.keys.signer(journalPurpose).publicKey);
        await this.#advance(this.#chain, most);
      } catch (error) {
        if (!(error instanceof LogContradicts)) throw error;
        this.#problem = error.message;
        this.#logger.error(
          `THE LOG IS NOT WHAT WAS SIGNED: ${error.message}. No checkpoint is made any more; see what «relais verify» says, and docs/operations.md, integrity`,
        );
      }
    });
  }

  async #advance(chain: FollowedChain, most: number): Promise<void> {
    const { signal } = this.lifetime;
    await chain.advance({ signal, most });
    if (signal.aborted || chain.position < (await this.store.head())) return;
    const due = checkpointDue(chain.unfixed);
    if (due === undefined) return;
    if (Date.parse(due) <= Date.parse(this.clock.now())) return this.#fix(chain);
    if (due === this.#armed) return;
    await this.queue.set({ kind: 'checkpoint', id: 'log', at: alarmTime(Date.parse(due), this.clock) });
    this.#armed = due;
  }

  async #fix(chain: FollowedChain): Promise<void> {
    const name = journalName(this.deployment.settings);
    const { publicKey, sign } = this.keys.signer(journalPurpose);
    const { size, hash, position } = chain;
    const note = signedNote({ name, publicKey }, checkpointText(name, { size, hash }), sign);
    const fix = { type: 'fix' as const, position: String(position), size, hash, note };
    const decision = await handle(this.store, checkpointStream, notary, fix);
    if ('refused' in decision)
      throw new LogContradicts(
        `another chain was signed for the first ${size} events (…${decision.refused.hash.slice(-8)})`,
      );
    chain.fixed();
  }
}
