import { Inject, Injectable, Logger } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import { Queue } from '@relais/transport';
import { Clock } from '@relais/vocabulary';
import { alarmTime } from '../../wiring/alarm-time.js';
import { Lifetime } from '../../wiring/lifetime.js';
import { Deliveries } from '../sending/deliveries.js';
import { Corrections } from './corrections.js';
import { PlanKeeper } from './plan-keeper.js';
import { Planner } from './planner.js';

/** What the one alarm of planning is called: it names nobody, and rings for whoever is due first. */
const alarm = { kind: 'plan', id: 'next' } as const;

/** Wakes up when the first letter is due, and has it planned and sent. */
@Injectable()
export class Planning {
  readonly #logger = new Logger('Courier');
  #armed: number | undefined;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Queue) private readonly queue: Queue,
    @Inject(PlanKeeper) private readonly keeper: PlanKeeper,
    @Inject(Planner) private readonly planner: Planner,
    @Inject(Corrections) private readonly corrections: Corrections,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** Goes on where a crash ended it. To be called before anything is sent. */
  resume(): Promise<void> {
    return this.deliveries.inTurn(() => this.planner.resume());
  }

  /** Keeps the alarm on the moment at which there is next something to do. */
  async start(): Promise<void> {
    await this.queue.onRing(alarm.kind, () => this.ring());
    await this.corrections.start();
    await this.#arm();
    const types = [...this.keeper.types.filter((type) => type !== 'letter.intended'), ...this.corrections.types];
    const { position } = this.keeper;
    this.lifetime.run('planning', async (signal) => {
      for await (const page of this.store.subscribe(position, signal, { types })) {
        this.corrections.note(page);
        await this.keeper.fold();
        await this.#arm();
      }
    });
  }

  /** Does what is due now. */
  async ring(): Promise<void> {
    const letters = await this.deliveries.inTurn(async () => {
      const planned = await this.planner.plan();
      return planned.letters + (await this.corrections.correct());
    });
    if (letters > 0) {
      this.#logger.log(`${letters} letters are due`);
      await this.deliveries.resume();
    }
    this.#armed = undefined;
    await this.#arm();
  }

  async #arm(): Promise<void> {
    const moments = [this.planner.next(), this.corrections.next()].filter((moment) => moment !== undefined);
    if (moments.length === 0) return;
    const next = Math.min(...moments);
    // Set again, a ring that failed would come at once instead of later and later.
    if (next === this.#armed) return;
    this.#armed = next;
    await this.queue.set({ ...alarm, at: alarmTime(next, this.clock) });
  }
}
