import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import { EventStore, handle } from '@relais/event-store';
import type { GatheringEvent } from '@relais/gathering';
import { ruling as rulings, type RulingCommand, type StandingRuling } from '@relais/ruling';
import type { AdminId, Basis, RulingId } from '@relais/vocabulary';
import { Recogniser } from '../recognising/recogniser.js';
import { Deployment } from '../wiring/deployment.js';
import { OneAtATime } from '../wiring/one-at-a-time.js';
import { movesIn, previewed } from './foreseen.js';
import type { Asked, Done, Order, Outcome, Previewed } from './orders.js';
import { pairMeant } from './pair-meant.js';
import { Whereabouts } from './whereabouts.js';

/** What moderators say of announcements, recorded and done at once. It writes, so it belongs where the collector is. */
@Injectable()
export class Moderation {
  /** One ruling after another, so that none can contradict one that is being made. */
  readonly #turns = new OneAtATime();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Recogniser) private readonly recogniser: Recogniser,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  obey(order: Order): Promise<Outcome<Done>> {
    return order.act === 'rule' ? this.rule(order) : this.revoke(order);
  }

  /** That two announcements, or the gatherings that are named by them, are the same or never are. */
  rule({ verdict, one, other, by, note }: Asked & { by: AdminId; note?: string }): Promise<Outcome<Done>> {
    return this.#turns.take(async () => {
      const found = await pairMeant(this.store, { verdict, one, other });
      if ('refused' in found) return found;
      const ruling = randomBytes(5).toString('hex') as RulingId;
      const announcements = found.pair;
      return this.#decide({ type: 'rule', ruling, verdict, announcements, by, ...(note && { note }) }, announcements);
    });
  }

  /** It holds no more, and everything is where it would be had it never been made. */
  revoke({ ruling, by }: { ruling: RulingId; by: AdminId }): Promise<Outcome<Done>> {
    return this.#turns.take(() => this.#decide({ type: 'revoke', ruling, by }));
  }

  /** What a ruling would move; nothing is recorded. */
  preview(asked: Asked): Promise<Outcome<Previewed>> {
    return previewed(this.store, this.deployment, asked);
  }

  /** The rulings that hold, the oldest first. */
  async standing(): Promise<readonly StandingRuling[]> {
    return (await Whereabouts.of(this.store)).rulings.all();
  }

  async #decide(command: RulingCommand, announcements?: readonly [Basis, Basis]): Promise<Outcome<Done>> {
    const { ruling, by } = command;
    if (!this.deployment.admins.some(({ id }) => id === by)) return { refused: { type: 'unknown-admin', by } };
    // What was waiting to be recognised anyway is not the ruling's doing.
    await this.recogniser.catchUp();
    const before = await this.store.head();
    const decision = await handle(this.store, `ruling-${ruling}`, rulings, command);
    if ('refused' in decision) {
      if (decision.refused.type === 'already-made') throw new Error(`moderation: ${ruling} was drawn twice`);
      return { refused: decision.refused };
    }
    await this.recogniser.catchUp();
    const events: GatheringEvent[] = [];
    for await (const page of this.store.readAll(before))
      for (const event of page) {
        const known = knownEvent(event);
        if (known.type === 'gathering.announcement-attached' || known.type === 'gathering.announcement-detached')
          events.push(known);
      }
    return { done: { ruling, ...(announcements && { announcements }), moves: movesIn(events) } };
  }
}
