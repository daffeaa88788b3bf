import { Inject, Injectable, Logger } from '@nestjs/common';
import { letter as letterDecider, reachOf, type LetterCommand, type LetterSent } from '@relais/digest';
import { EventStore, handle } from '@relais/event-store';
import { letters, ReadModels, subscribers, type LetterRow } from '@relais/read-models';
import { Clock, type LetterId, type SubscriptionId } from '@relais/vocabulary';
import { Subscriptions } from '../subscriptions/subscriptions.js';
import type { Named } from './addressed.js';
import type { Failure } from './reading/delivery-status.js';
import { Tally } from './tally.js';

type CameBack = Pick<LetterSent, 'bounced' | 'complainedAt'>;

/** So many are kept that the read models may not know of yet. */
const most = 10_000;

/** Records that letters came back or were complained of, and ends what letters do not reach any more. */
@Injectable()
export class ReturnedLetters {
  readonly #logger = new Logger('Returns');
  readonly #lately = new Map<LetterId, CameBack>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Subscriptions) private readonly subscriptions: Subscriptions,
    @Inject(Tally) private readonly tally: Tally,
  ) {}

  /** Resolves to false where no such letter is known, or not yet. `notice` is the same for the same message. */
  async bounced(code: string, { status, action }: Failure, notice: string): Promise<boolean> {
    const row = this.#letter(code);
    if (row === undefined) return false;
    const permanent = action === 'failed' && status.startsWith('5');
    const { letter } = row;
    await this.#record(
      row,
      { type: 'bounce', bounced: { letter, status, permanent, notice } },
      {
        bounced: { status, permanent, at: this.clock.now() },
      },
    );
    return true;
  }

  async complained(named: Named, notice: string): Promise<boolean> {
    const row = named.kind === 'bounce' ? this.#letter(named.code) : undefined;
    if (row === undefined) return false;
    const { letter } = row;
    const complainedAt = this.clock.now();
    await this.#record(row, { type: 'complain', complained: { letter, notice } }, { complainedAt });
    return true;
  }

  #letter(code: string): LetterRow | undefined {
    return this.models.find(letters, { where: { code } })[0]?.row;
  }

  async #record({ letter, subscription }: LetterRow, command: LetterCommand, came: CameBack): Promise<void> {
    const decision = await handle(this.store, `letter-${letter}`, letterDecider, command);
    if ('refused' in decision) return this.#logger.warn(`letter ${letter} came back and had never left`);
    const isNew = decision.accepted.length > 0;
    if (isNew) this.tally.count(command.type === 'complain' ? 'complained' : 'bounced');
    if (isNew) this.#keep(letter, came);
    // Also for a notice that is known: whoever recorded it may have been stopped right after.
    await this.#judge(subscription);
  }

  #keep(letter: LetterId, came: CameBack): void {
    if (this.#lately.size >= most) this.#lately.clear();
    this.#lately.set(letter, { ...this.#lately.get(letter), ...came });
  }

  async #judge(subscription: SubscriptionId): Promise<void> {
    const row = this.models.get(subscribers, subscription);
    if (row === undefined)
      return this.#logger.warn(`${subscription}: a letter came back, of nobody who subscribed here`);
    const theirs = this.models.find(subscribers, { where: { lookup: row.lookup } });
    const sent = theirs.flatMap(({ key }) => this.models.find(letters, { where: { subscription: key } }));
    const reach = reachOf(sent.flatMap(({ row: one }) => this.#sent(one)));
    if (reach === 'reached' || theirs.every((one) => one.row.status === 'ended')) return;
    if (await this.subscriptions.leave(subscription, reach)) this.#logger.log(`${subscription} has ended: ${reach}`);
  }

  /** Letters that left; of others nothing can come back. */
  #sent({ letter, purpose, status, at, bounced, complainedAt }: LetterRow): LetterSent[] {
    const came = {
      ...(bounced && { bounced }),
      ...(complainedAt && { complainedAt }),
      ...this.#lately.get(letter),
    };
    const left = status === 'accepted' || status === 'unknown' || status === 'handed-over';
    return left || came.bounced || came.complainedAt ? [{ purpose, at, ...came }] : [];
  }
}
