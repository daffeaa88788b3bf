import { Inject, Injectable, Logger } from '@nestjs/common';
import { letter as letterDecider } from '@relais/digest';
import { EventStore, handle } from '@relais/event-store';
import { subscription as subscriptionDecider } from '@relais/mailing-list';
import { person as personDecider } from '@relais/person';
import { Keys, Mailer, Queue } from '@relais/transport';
import type { LetterId, PersonId } from '@relais/vocabulary';
import { Deployment } from '../wiring/deployment.js';
import { keysAside } from '../wiring/keys-aside.js';
import type { Found, Recorded } from './certificate.js';
import type { KnownPersons } from './known-persons.js';
import { LettersUnderWay } from './letters-under-way.js';

/** What was done a moment ago; each can be the last before a crash. */
export type Step = 'begun' | 'recorded' | 'ended' | 'keys-destroyed' | 'letters-forgotten' | 'certified';

/** What was there of somebody this time, and is no more. */
export type Destroyed = Readonly<{ person: PersonId; found: Found; log: Recorded; isNew: boolean }>;

/**
 * Destroys what there is of persons. First the log says so, so that it can be finished whatever happens; then their letters
 * stop; then the key goes, when nothing is in hand any more that was sealed by it; then what was written with it open.
 */
@Injectable()
export class Destruction {
  readonly #logger = new Logger('Erasing');

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Queue) private readonly queue: Queue,
    @Inject(LettersUnderWay) private readonly underWay: LettersUnderWay,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  /** All of it, for those that are left as for those of which nothing is; repeated, it finds nothing. */
  async of(
    known: KnownPersons,
    persons: ReadonlySet<PersonId>,
    progress: (step: Step) => void = () => undefined,
  ): Promise<readonly Destroyed[]> {
    const isNew = await this.#record(known, persons);
    progress('recorded');
    const subscriptions = await this.#endSubscriptions(known, persons);
    progress('ended');
    const keys = new Set(await this.keys.destroy(...persons));
    await this.#destroyAside(persons);
    progress('keys-destroyed');
    await known.catchUp(this.store);
    const all = [...persons].map((person) => known.get(person));
    const forgotten = new Set(await this.mailer.forget(new Set(all.flatMap(({ letters }) => [...letters]))));
    for (const { openLetters } of all) for (const letter of openLetters) await this.#giveUp(letter);
    progress('letters-forgotten');
    return all.map(({ person, letters, erased }) => ({
      person,
      found: {
        keys: Number(keys.has(person)),
        subscriptions: subscriptions.get(person) ?? 0,
        letters: [...letters].filter((letter) => forgotten.has(letter)).length,
      },
      log: { position: String(erased?.position), event: String(erased?.id) },
      isNew: isNew.has(person),
    }));
  }

  async #record(known: KnownPersons, persons: ReadonlySet<PersonId>): Promise<ReadonlySet<PersonId>> {
    const unsaid = [...persons].filter((person) => known.get(person).erased === undefined);
    for (const person of unsaid) await handle(this.store, `person-${person}`, personDecider, { type: 'erase', person });
    return new Set(unsaid);
  }

  /** Resolves when they are ended and no letter is under way, which may have been begun a moment before. */
  async #endSubscriptions(known: KnownPersons, persons: ReadonlySet<PersonId>): Promise<ReadonlyMap<PersonId, number>> {
    await known.catchUp(this.store);
    const counts = new Map<PersonId, number>();
    for (const person of persons) {
      const { open, subscriptions } = known.get(person);
      counts.set(person, open.size);
      for (const subscription of [...open]) {
        const end = { type: 'end', subscription, reason: 'erased' } as const;
        await handle(this.store, `subscription-${subscription}`, subscriptionDecider, end);
      }
      await this.underWay.ended(subscriptions);
    }
    return counts;
  }

  /** What a restore put aside is removed by whoever looks after the hub; until then it holds no key of theirs. */
  async #destroyAside(persons: ReadonlySet<PersonId>): Promise<void> {
    for (const { file, open } of keysAside(this.deployment.settings)) {
      try {
        const ring = open();
        await ring.destroy(...persons).finally(() => ring.close());
      } catch (error) {
        this.#logger.warn(
          `${file} may hold keys of persons who were erased, and cannot be used (${(error as Error).message}): remove its folder`,
        );
      }
    }
  }

  async #giveUp(letter: LetterId): Promise<void> {
    await handle(this.store, `letter-${letter}`, letterDecider, { type: 'give-up', letter, why: 'erased' });
    await this.queue.cancel('letter', letter);
  }
}
