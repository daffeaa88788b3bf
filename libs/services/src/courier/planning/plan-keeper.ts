import { Inject, Injectable, Logger } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import { EventStore } from '@relais/event-store';
import { Keys } from '@relais/transport';
import { Clock } from '@relais/vocabulary';
import { Deployment, type DeployedList } from '../../wiring/deployment.js';
import { OneAtATime } from '../../wiring/one-at-a-time.js';
import { pageOfFold } from '../ledger/fold-pages.js';
import { IssuedIssues } from '../issues/issued.js';
import { Roster, type Unopened } from './roster.js';

/** Keeps who is due when in step with the log. */
@Injectable()
export class PlanKeeper {
  /** Every list of the configuration. */
  readonly lists: readonly DeployedList[];
  readonly roster: Roster;
  readonly issued = new IssuedIssues();
  readonly #logger = new Logger('Courier');
  readonly #turns = new OneAtATime();
  #position = 0n;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Deployment) { lists }: Deployment,
  ) {
    this.lists = lists;
    this.roster = new Roster(new Map(lists.map((list) => [list.id, list])));
  }

  get types(): readonly string[] {
    return [...this.roster.types, ...this.issued.types];
  }

  get position(): bigint {
    return this.#position;
  }

  /** Resolves when it holds all that the log holds now. */
  fold(): Promise<void> {
    return this.#turns.take(async () => {
      for await (const page of this.store.readAll(this.#position, { types: this.types, page: pageOfFold })) {
        for (const event of page) {
          const known = knownEvent(event);
          this.roster.evolve(known);
          this.issued.evolve(known);
          this.#position = event.position;
        }
        for (const one of this.roster.unopened()) await this.#open(one);
      }
      this.roster.settle(Date.parse(this.clock.now()));
    });
  }

  async #open(unopened: Unopened): Promise<void> {
    const { member, sealed } = unopened;
    try {
      this.roster.open(unopened, await this.keys.open(member.person, sealed));
    } catch (error) {
      // One text that was tampered with must not keep all others from their letters.
      this.#logger.error(`the preferences of subscription ${member.subscription} cannot be opened: ${String(error)}`);
    }
  }
}
