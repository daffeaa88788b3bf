import { Inject, Injectable, Logger } from '@nestjs/common';
import { letter as letterDecider } from '@relais/digest';
import { EventStore, handle } from '@relais/event-store';
import { subscription as subscriptionDecider, type SubscriptionCommand } from '@relais/mailing-list';
import { letters, ReadModels, subscribers, type SubscriberRow } from '@relais/read-models';
import { Keys, Queue } from '@relais/transport';
import { Clock, instantOf, localTime, type Instant, type LetterId, type Lookup } from '@relais/vocabulary';
import { alarmTime } from '../wiring/alarm-time.js';
import { Deployment } from '../wiring/deployment.js';
import { ImportTurns } from './import-turns.js';
import { rowsInPages } from './pages-of-rows.js';
import { patience, questionOf, silentSince, type Question } from './question.js';
import { ShownLog } from '../wiring/shown-log.js';

/** How many were asked, written to, and ended. */
export type Asked = Readonly<Record<'asked' | 'letters' | 'ended', number>>;

const alarm = { kind: 'still-wanted', id: 'daily' } as const;
/** When letters of nobody's choosing go out, on the clock of the first assembly. */
const hour = 10;

/**
 * Asks whoever is not heard of whether they still want their letters, and ends who does not answer: one letter an address, whatever
 * it receives. All is decided from the log, so that doing it twice is doing it once.
 */
@Injectable()
export class StillWanted {
  readonly #logger = new Logger('Courier');

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Queue) private readonly queue: Queue,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ImportTurns) private readonly turns: ImportTurns,
    @Inject(ShownLog) private readonly shown: ShownLog,
  ) {}

  /** Looks once a day from now on; a day that is missed costs nobody but a day. */
  async start(): Promise<void> {
    await this.queue.onRing(alarm.kind, async () => {
      await this.look();
      await this.#arm();
    });
    await this.#arm();
  }

  /** Does what is to be done now. */
  look(): Promise<Asked> {
    return this.turns.take(async () => {
      await this.shown.upToDate();
      const now = this.clock.now();
      const counts = { asked: 0, letters: 0, ended: 0 };
      const silent = {
        where: { status: 'confirmed', askedUntil: null },
        before: { heardAt: silentSince(now) },
      } as const;
      const asked = { where: { status: 'confirmed' }, from: { askedUntil: '' } } as const;
      let last: Lookup | undefined;
      for (const query of [asked, silent])
        for (const { lookup } of rowsInPages(this.models, query)) {
          // The subscriptions of one address follow one another.
          if (lookup !== last) await this.#lookAt(lookup, now, counts);
          last = lookup;
        }
      if (counts.asked + counts.letters + counts.ended > 0)
        this.#logger.log(`still wanted? ${counts.asked} asked, ${counts.letters} letters, ${counts.ended} ended`);
      return counts;
    });
  }

  async #lookAt(lookup: Lookup, now: Instant, counts: Record<keyof Asked, number>): Promise<void> {
    const rows = this.models
      .find(subscribers, { where: { lookup, status: 'confirmed' } })
      .map(({ row }) => row)
      .filter(({ list }) => this.deployment.lists.some(({ id }) => id === list))
      .sort((one, other) => Date.parse(one.confirmedAt ?? '') - Date.parse(other.confirmedAt ?? ''));
    const heardAt = rows.map((row) => row.heardAt).reduce((one, other) => (one > other ? one : other), '');
    const until = new Date(Date.parse(now) + patience).toISOString();
    let writer: SubscriberRow | undefined;
    for (const row of rows) {
      const { subscription } = row;
      const question = questionOf({ row, heardAt, letters: this.#lettersOf(rows, row) }, now);
      if (question === 'ask') {
        await this.#decide(row, { type: 'ask-again', subscription, reason: 'silence', until });
        counts.asked++;
      }
      if (question === 'end') {
        await this.#decide(row, { type: 'end', subscription, reason: 'unanswered' });
        counts.ended++;
      }
      if (question === 'none' || question === 'end' || writer !== undefined) continue;
      writer = row;
      await this.#write(row, question, question === 'ask' ? until : (row.askedUntil ?? until));
      counts.letters++;
    }
  }

  /** Those that ask, to any subscription of the address, since this one was asked. */
  #lettersOf(rows: readonly SubscriberRow[], { askedAt }: SubscriberRow) {
    if (askedAt === undefined) return [];
    return rows.flatMap(({ subscription }) =>
      this.models
        .find(letters, { where: { subscription } })
        .flatMap(({ row }) => (row.purpose === 'reminder' && row.at >= askedAt ? row : [])),
    );
  }

  /** Intended: whoever hands letters over finds it in the log. */
  async #write({ subscription, list }: SubscriberRow, question: Question, until: Instant): Promise<void> {
    const again = question === 'write-again' ? ' again' : '';
    const letter = this.keys.lookup(`letter reminder ${subscription} ${until}${again}`) as LetterId;
    const intended = { letter, subscription, list, purpose: 'reminder' } as const;
    await handle(this.store, `letter-${letter}`, letterDecider, { type: 'intend', intended });
  }

  async #decide({ subscription }: SubscriberRow, command: SubscriptionCommand): Promise<void> {
    await handle(this.store, `subscription-${subscription}`, subscriptionDecider, command);
  }

  async #arm(): Promise<void> {
    const zone = this.deployment.assemblies[0]?.profile.zone ?? 'UTC';
    const now = Date.parse(this.clock.now());
    const at = [0, 24, 48]
      .map((hours) => localTime(new Date(now + hours * 3_600_000).toISOString(), zone).date)
      .map((date) => Date.parse(instantOf(`${date}T${hour}:00`, zone)))
      .find((due) => due > now);
    if (at !== undefined) await this.queue.set({ ...alarm, at: alarmTime(at, this.clock) });
  }
}
