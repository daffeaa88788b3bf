import { Inject, Injectable, Logger } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import type { GatheringFact } from '@relais/digest';
import { wouldReceive } from '@relais/digests';
import { EventStore } from '@relais/event-store';
import { afterQuiet } from '@relais/mailing-list';
import { Keys } from '@relais/transport';
import { Clock, type IssueId, type Sealed } from '@relais/vocabulary';
import { PlanKeeper } from './plan-keeper.js';
import { PreferencePool } from '../preferences/preference-pool.js';
import { carrierOf, type Member, type Receiver } from './roster.js';
import type { Telling } from './tellings.js';
import { ToldLetters, type ToldLetter } from './told-letters.js';
import { isUntrue } from './untrue.js';

/** Somebody who has to be told, and what they were told last; `madeTo` where that was to preferences of then. */
export type Correctable = Readonly<{ member: Member; told: Telling; madeTo?: Readonly<{ edition?: Sealed }> }>;

/** Whom to tell now, and when to look again; never, where nothing is left to be told. */
export type Found = Readonly<{ receivers: readonly Correctable[]; again: number | undefined }>;

/** While a letter that says what is not so any more may still be sent, it is looked again, in milliseconds. */
const meanwhile = 10 * 60_000;

/** Finds exactly those who were told what is not so any more: by letters that arrived, or may have. */
@Injectable()
export class Misled {
  readonly #logger = new Logger('Courier');
  readonly #pool = new PreferencePool();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PlanKeeper) private readonly keeper: PlanKeeper,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async by(tellings: readonly Telling[], now: GatheringFact): Promise<Found> {
    if (!tellings.some(({ fact }) => isUntrue(fact, now))) return { receivers: [], again: undefined };
    await this.keeper.fold();
    const byIssue = new Map<string, Telling>(tellings.map((one) => [one.issue, one]));
    const last = new Map<Receiver, Readonly<{ letter: ToldLetter; told: Telling; isToCome: boolean }>>();
    for (const { letter, arrival } of (await this.#letters(tellings)).all()) {
      const { receiver } = this.keeper.roster.of(letter.subscription) ?? {};
      const told = namedBy(letter).flatMap((issue) => byIssue.get(issue) ?? [])[0];
      if (arrival === 'never' || receiver === undefined || told === undefined) continue;
      if (await this.#carried(letter, told)) last.set(receiver, { letter, told, isToCome: arrival === 'to-come' });
    }
    return this.#sorted(last, now);
  }

  #sorted(
    last: ReadonlyMap<Receiver, Readonly<{ letter: ToldLetter; told: Telling; isToCome: boolean }>>,
    fact: GatheringFact,
  ): Found {
    const now = Date.parse(this.clock.now());
    const receivers: Correctable[] = [];
    const later: number[] = [];
    for (const [receiver, { letter, told, isToCome }] of last) {
      if (!isUntrue(told.fact, fact)) continue;
      const member = receiver.members.find((one) => one.subscription === letter.subscription) ?? carrierOf(receiver);
      if (member === undefined) continue;
      const awake = afterQuiet(now, carrierOf(receiver)?.preferences ?? member.preferences);
      if (isToCome) later.push(now + meanwhile);
      else if (awake > now && awake < Math.min(beginningOf(told.fact), beginningOf(fact))) later.push(awake);
      else receivers.push({ member, told, ...madeTo(member, letter) });
    }
    return { receivers, again: later.length === 0 ? undefined : Math.min(...later) };
  }

  async #letters(tellings: readonly Telling[]): Promise<ToldLetters> {
    const letters = new ToldLetters(new Set(tellings.map(({ issue }) => issue)));
    const [first = 0n] = tellings.map(({ position }) => position).sort((one, other) => Number(one - other));
    for await (const page of this.store.readAll(first, { types: letters.types }))
      for (const event of page) letters.evolve(knownEvent(event));
    return letters;
  }

  /** Whether a letter told it to somebody who may not want to hear of gatherings, or of all of them. */
  async #carried({ edition, subscription, purpose }: ToldLetter, { issue, fact }: Telling): Promise<boolean> {
    const { member } = this.keeper.roster.of(subscription) ?? {};
    if (edition === undefined || member === undefined || purpose === 'correction') return true;
    try {
      const text = await this.keys.open(member.person, edition);
      const preferences = text === undefined ? undefined : this.#pool.opened(text, member.preferences);
      const content = { upcoming: [fact], announced: [], news: [] };
      const names = { assemblyName: '', city: fact.city, listName: '', publicUrl: '', date: '' };
      return preferences === undefined || 'facts' in wouldReceive(preferences, [{ ...names, issue, content }]);
    } catch (error) {
      this.#logger.error(`the edition of a letter to subscription ${subscription} cannot be opened: ${String(error)}`);
      return true;
    }
  }
}

const namedBy = ({ issue, further = [] }: ToldLetter): IssueId[] => [...(issue ? [issue] : []), ...further];

/** The preferences that the letter was made to, which those sealed for another subscription cannot stand for. */
const madeTo = (member: Member, { subscription, edition }: ToldLetter): Pick<Correctable, 'madeTo'> =>
  member.subscription === subscription ? { madeTo: edition === undefined ? {} : { edition } } : {};

/** Whoever sleeps is not told by night, unless it begins before they wake. */
const beginningOf = ({ when }: GatheringFact): number => {
  if (when === undefined) return Infinity;
  return Date.parse(when.kind === 'timed' ? when.starts : `${when.from}T00:00:00Z`);
};
