import { Inject, Injectable } from '@nestjs/common';
import { EventStore, handle, WrongVersion, type NewEvent } from '@relais/event-store';
import { subscriberImport, type ImportEvent, type SubscriptionEvent } from '@relais/mailing-list';
import { ReadModels, subscribers } from '@relais/read-models';
import { Keys } from '@relais/transport';
import type { ImportId, Lookup } from '@relais/vocabulary';
import { Unavailable } from '../wiring/unavailable.js';
import type { Coming, Imported } from './import-tally.js';
import { KnownImports } from './known-imports.js';
import { importIdOf, personIdOf, subscriptionIdOf } from './made-ids.js';
import type { Person } from './reading/judging.js';
import type { Why } from './reading/line.js';
import { standingOf } from './standing.js';

/** What became of a line, and what stood there. */
export type Came = Readonly<{ line: number; came: Coming; why?: Why; said: string }>;

type Begun = Omit<Extract<ImportEvent, { type: 'import.begun' }>['data'], 'import'>;
type Newcomer = Readonly<{ person: Person; lookup: Lookup }>;

/** Records persons of one file, some at a time. */
@Injectable()
export class ImportBatches {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(KnownImports) private readonly imports: KnownImports,
  ) {}

  /** A new import, or the one of this file that is there. Nothing is recorded before there is somebody to record. */
  async begin(begun: Begun, isDryRun: boolean): Promise<ImportUnderWay> {
    const same = (await this.imports.all()).filter(
      (one) => one.begun.list === begun.list && one.begun.hash === begun.hash,
    );
    const there = same.find((one) => one.undone === undefined);
    const undone = same.length - (there ? 1 : 0);
    const id = there?.begun.import ?? importIdOf(this.keys, { ...begun, undone });
    if (this.#isBeingUndone(id))
      throw new Unavailable(`the undoing of import ${id} was begun: «relais subscribers undo ${id}» finishes it`);
    return new ImportUnderWay(this.store, this.models, this.keys, { ...begun, ...there?.begun, import: id }, isDryRun);
  }

  #isBeingUndone(id: ImportId): boolean {
    const ended = this.models.find(subscribers, { where: { import: id, status: 'ended' } });
    return ended.some(({ row }) => row.endedReason === 'import-undone');
  }
}

/** One import that goes on. */
export class ImportUnderWay {
  readonly #seen = new Set<Lookup>();
  #isBegun = false;

  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly keys: Keys,
    private readonly begun: Readonly<{ import: ImportId }> & Begun,
    private readonly isDryRun: boolean,
  ) {}

  get id(): ImportId {
    return this.begun.import;
  }

  /** Resolves to what became of each, when it is durable. */
  async record(persons: readonly Person[]): Promise<readonly Came[]> {
    const newcomers: Newcomer[] = [];
    const came = persons.map((person): Came => {
      const { line, address: said } = person;
      const lookup = this.keys.lookup(said);
      if (this.#seen.has(lookup)) return { line, came: 'refused', why: 'repeated', said };
      this.#seen.add(lookup);
      const standing = standingOf(this.models, { lookup, list: this.begun.list, id: this.id });
      if (standing === 'new') newcomers.push({ person, lookup });
      return { line, came: standing === 'new' ? 'imported' : standing, said };
    });
    if (newcomers.length > 0 && !this.isDryRun) await this.#record(newcomers);
    return came;
  }

  async complete(counts: Imported['counts']): Promise<void> {
    if (this.isDryRun || counts.imported === 0) return;
    await this.#begin();
    const { import: id, list } = this.begun;
    const completed = { import: id, list, ...counts };
    await handle(this.store, `import-${id}`, subscriberImport, { type: 'complete', completed });
  }

  async #record(newcomers: readonly Newcomer[]): Promise<void> {
    await this.#begin();
    const { import: id } = this.begun;
    const sealed = await this.keys.sealAll(
      newcomers.map(({ person, lookup }) => ({
        person: personIdOf(this.keys, id, lookup),
        plaintext: person.address,
      })),
    );
    // Together, so that they are written in one go.
    await Promise.all(newcomers.map((one, index) => this.#append(one, sealed[index] ?? '')));
  }

  async #append({ person: { language, since }, lookup }: Newcomer, address: string): Promise<void> {
    const { import: id, list, asks } = this.begun;
    const [subscription, person] = [subscriptionIdOf(this.keys, id, lookup), personIdOf(this.keys, id, lookup)];
    const imported: SubscriptionEvent = {
      type: 'subscription.imported',
      data: { subscription, list, import: id, person, address, lookup, language, since },
    };
    const asked: SubscriptionEvent[] =
      asks === null
        ? []
        : [{ type: 'subscription.asked-again', data: { subscription, list, reason: 'import', until: asks } }];
    try {
      await this.store.append(`subscription-${subscription}`, [imported, ...asked] as NewEvent[], 'no stream');
    } catch (error) {
      // It was brought in before the import was broken off, and the rows did not show it yet.
      if (!(error instanceof WrongVersion)) throw error;
    }
  }

  async #begin(): Promise<void> {
    if (this.#isBegun) return;
    await handle(this.store, `import-${this.id}`, subscriberImport, { type: 'begin', begun: this.begun });
    this.#isBegun = true;
  }
}
