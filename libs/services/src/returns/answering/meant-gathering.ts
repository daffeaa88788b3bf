import { Inject, Injectable } from '@nestjs/common';
import { gatherings, issues, letters, ReadModels, type GatheringRow, type LetterRow } from '@relais/read-models';
import { Clock, type LetterId, type SubscriptionId, type When } from '@relais/vocabulary';

/** What a reply says, as far as it may tell which gathering it is about. */
export type Reply = Readonly<{ subject: string; own: string; whole: string; answers: readonly string[] }>;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');

/** Which gathering of a letter a reply to it is about. */
@Injectable()
export class MeantGathering {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * The one that the reply names, or that it quotes alone; otherwise the soonest of the letter. Undefined where the letter has none to
   * come, or where it names several.
   */
  of(subscription: SubscriptionId, reply: Reply): string | undefined {
    const letter = this.#answered(reply) ?? this.#last(subscription);
    const told = letter === undefined ? [] : this.#toCome(letter);
    const named = this.#namedIn(`${reply.subject}\n${reply.own}`, told);
    if (named.length > 0) return oneOf(named);
    const quoted = this.#namedIn(reply.whole, told);
    return oneOf(quoted) ?? told[0]?.gathering;
  }

  #answered({ answers }: Reply): LetterRow | undefined {
    const ids = answers.map((id) => id.replace(/^<|@.*$/g, ''));
    return ids.flatMap((id) => this.models.get(letters, id as LetterId) ?? [])[0];
  }

  #last(subscription: SubscriptionId): LetterRow | undefined {
    const all = this.models.find(letters, { where: { subscription } }).map(({ row }) => row);
    return all
      .filter(({ purpose }) => purpose === 'digest' || purpose === 'correction')
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))[0];
  }

  /** Gatherings that it tells of, soonest first, as they stand today. */
  #toCome({ issue, further = [] }: LetterRow): readonly GatheringRow[] {
    const told = [issue, ...further].flatMap((id) => {
      if (id === undefined) return [];
      const [, corrected] = /^correction-(.+)-\d+$/.exec(id) ?? [];
      return corrected !== undefined
        ? [corrected]
        : (this.models.get(issues, id)?.content.upcoming ?? []).map(({ gathering }) => gathering as string);
    });
    const now = Date.parse(this.clock.now());
    const rows = [...new Set(told)].flatMap((id) => this.models.get(gatherings, id) ?? []);
    return rows
      .filter((row) => !row.cancelled && !row.withdrawn && endOf(row.when) > now)
      .sort((one, other) => endOf(one.when) - endOf(other.when));
  }

  #namedIn(text: string, rows: readonly GatheringRow[]): readonly GatheringRow[] {
    const said = ` ${plain(text)} `;
    const named = rows.filter(
      ({ gathering, title }) =>
        text.includes(`/rencontres/${gathering}`) ||
        (plain(title).length > 3 && said.includes(` ${plain(title).trim()} `)),
    );
    // A title that stands within another one is not named by it.
    return named.filter(
      (one) =>
        !named.some((other) => other.title !== one.title && plain(other.title).includes(plain(one.title).trim())),
    );
  }
}

/** Whole days are over when they are everywhere. */
const endOf = (when: When | undefined): number => {
  if (when === undefined) return 0;
  return when.kind === 'timed' ? Date.parse(when.ends ?? when.starts) : Date.parse(when.until) + 36 * 3_600_000;
};

/** The soonest of several of one title; of several titles none. */
const oneOf = (named: readonly GatheringRow[]): string | undefined =>
  new Set(named.map(({ title }) => title)).size === 1 ? named[0]?.gathering : undefined;
