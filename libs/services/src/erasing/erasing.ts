import { Inject, Injectable, Logger } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import { ReadModels } from '@relais/read-models';
import { Keys, Mailer } from '@relais/transport';
import { Clock, type PersonId } from '@relais/vocabulary';
import { filesIn } from '../wiring/adapters.js';
import { Deployment } from '../wiring/deployment.js';
import { OneAtATime } from '../wiring/one-at-a-time.js';
import { Unavailable } from '../wiring/unavailable.js';
import { signed, type Certificate, type Found } from './certificate.js';
import { Certificates } from './certificates.js';
import { Destruction, type Destroyed, type Step } from './destruction.js';
import { KnownPersons, type KnownPerson, type Whom } from './known-persons.js';

export type { Whom };

/** What came of erasing one person, or would: with the certificate's file when it was done. */
export type Erasure = Readonly<{
  person: PersonId;
  outcome: 'foreseen' | 'erased' | 'erased-before';
  found: Found;
  certificate?: string;
}>;

/** How long the read models are waited for, in milliseconds: they follow the log by themselves. */
const patience = 30_000;

/**
 * Forgets persons: all that is theirs outside the log, and the key of what is in it. A certificate is begun before anything
 * is destroyed and done after all of it, so that what a crash left is finished by the next start, or by doing it again.
 */
@Injectable()
export class Erasing {
  readonly #logger = new Logger('Erasing');
  readonly #turns = new OneAtATime();
  readonly #certificates: Certificates;
  #upheld: Promise<void> | undefined;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Destruction) private readonly destruction: Destruction,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Deployment) deployment: Deployment,
  ) {
    this.#certificates = new Certificates(filesIn(deployment.dataFolder).erasures);
  }

  /** What there is of whoever is meant. Rejects where nobody is; destroys nothing. */
  foresee(whom: Whom): Promise<readonly Erasure[]> {
    return this.#turns.take(async () => {
      const found: Erasure[] = [];
      for (const known of (await this.#known()).meant(whom))
        found.push({ person: known.person, outcome: 'foreseen', found: await this.#found(known) });
      return someone(found);
    });
  }

  /** Erases whoever is meant, for good; again, it finishes what is left. Rejects where nobody is meant. */
  erase(whom: Whom, progress: (step: Step) => void = () => undefined): Promise<readonly Erasure[]> {
    return this.#turns.take(async () => {
      const certificates = this.#certificates.all();
      const known = await this.#known();
      const begun: Erasure[] = [];
      for (const one of someone(known.meant(whom))) {
        const { person } = one;
        const before = certificates.get(person);
        const found = before?.destroyed ?? (await this.#found(one));
        if (before === undefined) this.#begin(person, found);
        const outcome = before?.done === undefined ? 'erased' : 'erased-before';
        begun.push({ person, outcome, found, certificate: this.#certificates.fileOf(person) });
      }
      progress('begun');
      await this.#destroy(known, new Set(begun.map(({ person }) => person)), progress);
      progress('certified');
      await this.#shown();
      return begun;
    });
  }

  /**
   * Erases again whoever is erased by a certificate or by the log, and finishes what was begun: to be called before anything
   * is sent, since a backup that was put back brings back keys and subscriptions. Once in a process: files are put back
   * while none runs.
   */
  uphold(): Promise<void> {
    return (this.#upheld ??= this.#turns.take(async () => {
      const erased = new Set(this.#certificates.all().keys());
      for await (const page of this.store.readAll(0n, { types: ['person.erased'] }))
        for (const { data } of page) erased.add((data as { person: PersonId }).person);
      if (erased.size > 0) await this.#destroy(await this.#known(), erased);
    }));
  }

  async #known(): Promise<KnownPersons> {
    const known = new KnownPersons();
    await known.catchUp(this.store);
    return known;
  }

  async #found({ person, address, open, letters }: KnownPerson): Promise<Found> {
    const hasKey = address !== undefined && (await this.keys.open(person, address)) !== undefined;
    return { keys: Number(hasKey), subscriptions: open.size, letters: (await this.mailer.keeps(letters)).length };
  }

  #begin(person: PersonId, destroyed: Found): Certificate {
    const begun = this.clock.now();
    const certificate = { certificate: 'relais-erasure', version: 1, person, begun, destroyed } as const;
    this.#certificates.write(signed(certificate, this.keys.signer('erasures')));
    return certificate;
  }

  async #destroy(known: KnownPersons, persons: ReadonlySet<PersonId>, progress?: (step: Step) => void): Promise<void> {
    const destroyed = await this.destruction.of(known, persons, progress);
    const certificates = this.#certificates.all();
    for (const one of destroyed) this.#certify(one, certificates.get(one.person) ?? this.#begin(one.person, one.found));
  }

  #certify({ person, found, log, isNew }: Destroyed, certificate: Certificate): void {
    const at = this.clock.now();
    const isBack = isNew || Object.values(found).some((count) => count > 0);
    if (certificate.done !== undefined && !isBack) return;
    const { again = [] } = certificate;
    const after =
      certificate.done === undefined
        ? { ...certificate, done: at, log }
        : { ...certificate, again: [...again, { at, destroyed: found, log }] };
    this.#certificates.write(signed(after, this.keys.signer('erasures')));
    if (certificate.done !== undefined)
      this.#logger.warn(`person ${person}, erased before, came back and is erased again`);
  }

  /** Another process may keep the read models, or none: what is erased goes from them when the log is followed. */
  async #shown(): Promise<void> {
    const head = await this.store.head();
    for (let waited = 0; this.models.position() < head && waited < patience; waited += 50)
      await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const someone = <One>(meant: readonly One[]): readonly One[] => {
  if (meant.length > 0) return meant;
  throw new Unavailable('the log knows nobody of this id or address: nothing was changed');
};
