import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Decider } from '@relais/event-sourcing';
import { EventStore, handle } from '@relais/event-store';
import {
  subscriberImport,
  subscription as subscriptionDecider,
  type Ending,
  type Subscription,
  type SubscriptionEvent,
} from '@relais/mailing-list';
import { ReadModels } from '@relais/read-models';
import type { AdminId, ImportId, SubscriptionId } from '@relais/vocabulary';
import { Unavailable } from '../wiring/unavailable.js';
import { ImportTurns } from './import-turns.js';
import { KnownImports } from './known-imports.js';
import { rowsInPages } from './pages-of-rows.js';
import { ShownLog } from '../wiring/shown-log.js';

/** What became of those whom an import had brought: `stayed` are those who chose or answered since, and so came by themselves. */
export type Undone = Readonly<{
  import: ImportId;
  outcome: 'undone' | 'undone-before';
  ended: number;
  stayed: number;
  /** Had left, or ended otherwise, before. */
  over: number;
}>;

type State = Readonly<{ subscription: Subscription; isTheirOwn: boolean; ended?: Ending }>;
type NotTakenBack = Readonly<{ type: 'their-own' }> | Readonly<{ type: 'over'; reason?: Ending | undefined }>;

/** What is heard of a person themselves. */
const own: readonly SubscriptionEvent['type'][] = [
  ...(['subscription.renewed', 'subscription.preferred', 'subscription.changed', 'subscription.confirmed'] as const),
];

/** Ends what an import brought, unless its person has spoken for it since. */
export const takenBack: Decider<State, SubscriptionId, SubscriptionEvent, NotTakenBack> = {
  initial: { subscription: subscriptionDecider.initial, isTheirOwn: false },
  decide: (subscription, state) => {
    if (state.subscription.status === 'ended') return refuse({ type: 'over', reason: state.ended });
    if (state.isTheirOwn) return refuse({ type: 'their-own' });
    const end = { type: 'end', subscription, reason: 'import-undone' } as const;
    const decision = subscriptionDecider.decide(end, state.subscription);
    return 'refused' in decision ? refuse({ type: 'over' }) : decision;
  },
  evolve: (state, event) => ({
    ...state,
    subscription: subscriptionDecider.evolve(state.subscription, event),
    isTheirOwn: state.isTheirOwn || own.includes(event.type),
    ...(event.type === 'subscription.ended' && { ended: event.data.reason }),
  }),
};

const together = 500;

/** Takes back a whole import, as if it had not been: who is ended by it may be brought in again. */
@Injectable()
export class Undoing {
  constructor(
    @Inject(ImportTurns) private readonly turns: ImportTurns,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(KnownImports) private readonly imports: KnownImports,
    @Inject(ShownLog) private readonly shown: ShownLog,
  ) {}

  /** Done again, it ends who is left; it is recorded as undone when nobody is. */
  undo(id: ImportId, by: AdminId | null, progress: (ended: number) => void = () => undefined): Promise<Undone> {
    return this.turns.take(async () => {
      const known = (await this.imports.all()).find((one) => one.begun.import === id);
      if (known === undefined) throw new Unavailable(`there is no import ${id}: «relais subscribers list-imports»`);
      await this.shown.upToDate();
      const counts = { ended: 0, stayed: 0, over: 0 };
      for (const some of this.#brought(id)) {
        for (const came of await Promise.all(some.map((one) => this.#takeBack(one)))) counts[came]++;
        progress(counts.ended);
      }
      const before = known.undone !== undefined;
      await handle(this.store, `import-${id}`, subscriberImport, { type: 'undo', import: id, by, ended: counts.ended });
      return { import: id, outcome: before ? 'undone-before' : 'undone', ...counts };
    });
  }

  /** All that it brought, some at a time; ended or not, since what ends meanwhile would move the others. */
  *#brought(id: ImportId): Generator<readonly SubscriptionId[]> {
    let some: SubscriptionId[] = [];
    for (const { subscription } of rowsInPages(this.models, { where: { import: id } }))
      if (some.push(subscription) === together) {
        yield some;
        some = [];
      }
    yield some;
  }

  async #takeBack(subscription: SubscriptionId): Promise<'ended' | 'stayed' | 'over'> {
    const decision = await handle(this.store, `subscription-${subscription}`, takenBack, subscription);
    if ('accepted' in decision) return 'ended';
    if (decision.refused.type === 'their-own') return 'stayed';
    // By this undoing, before it was broken off.
    return decision.refused.reason === 'import-undone' ? 'ended' : 'over';
  }
}
