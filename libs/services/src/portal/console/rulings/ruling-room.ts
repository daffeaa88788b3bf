import { Inject, Injectable } from '@nestjs/common';
import { ReadModels } from '@relais/read-models';
import type { AdminId, RulingId } from '@relais/vocabulary';
import type { Foreseen, RulingCase, RulingFields, RulingRefused, RulingsSeen, Verdict } from '@relais/web/console';
import { ModerationDesk } from '../../../moderation/moderation-desk.js';
import type { Order } from '../../../moderation/orders.js';
import { Unavailable } from '../../../wiring/unavailable.js';
import { CaughtUp } from '../caught-up.js';
import { caseAsked, ruledOn, type CaseAsked } from './case-asked.js';
import { RulingBook } from './ruling-book.js';

const longestNote = 500;
/** For how long whoever decided waits for the pages to show it, in milliseconds; longer ones are told so. */
const patience = 3_000;

export type Decided = Readonly<{ ruling: RulingId }> | Readonly<{ wrong: RulingsSeen }>;

/** What a moderator sees and decides. */
@Injectable()
export class RulingRoom {
  constructor(
    @Inject(ModerationDesk) private readonly desk: ModerationDesk,
    @Inject(RulingBook) private readonly book: RulingBook,
    @Inject(CaughtUp) private readonly caughtUp: CaughtUp,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  /** What was asked for, side by side, and what each ruling would change. */
  async look(values: RulingFields): Promise<RulingsSeen> {
    const asked = caseAsked(this.models, values);
    const rulings = await this.book.lines();
    const of = await this.#case(asked);
    return { values, rulings, ...(of && { case: of }), ...(asked.kind === 'wrong' && { errors: asked.errors }) };
  }

  /** After a ruling was made or undone. */
  async outcome(ruling: string): Promise<RulingsSeen> {
    const rulings = await this.book.lines();
    const done = rulings.find((line) => line.ruling === ruling);
    const values = { une: '', autre: '', annonce: '', note: '' };
    return { values, rulings, ...(done && { done }), applying: !(await this.caughtUp.within(0)) };
  }

  async rule(verdict: Verdict, by: AdminId, values: RulingFields): Promise<Decided> {
    const pair = ruledOn(caseAsked(this.models, values));
    if (values.note.length > longestNote)
      return { wrong: { ...(await this.look(values)), errors: { note: 'too-long' } } };
    if (pair === undefined) return { wrong: await this.#asMissing(values) };
    const note = values.note.trim();
    return this.#obey({ act: 'rule', verdict, ...pair, by, ...(note !== '' && { note }) }, values);
  }

  async undo(ruling: RulingId, by: AdminId): Promise<Decided> {
    return this.#obey({ act: 'revoke', ruling, by }, { une: '', autre: '', annonce: '', note: '' });
  }

  async #obey(order: Order, values: RulingFields): Promise<Decided> {
    const outcome = await this.desk.obey(order).catch((error: unknown): { refused: RulingRefused } => {
      if (error instanceof Unavailable) return { refused: { type: 'nobody-collects' } };
      throw error;
    });
    if ('refused' in outcome) return { wrong: { ...(await this.look(values)), refused: outcome.refused } };
    await this.caughtUp.within(patience);
    return { ruling: outcome.done.ruling };
  }

  /** A ruling was pressed for, and what it is about is not there any more: its gatherings changed meanwhile. */
  async #asMissing(values: RulingFields): Promise<RulingsSeen> {
    const seen = await this.look(values);
    return seen.errors ? seen : { ...seen, errors: { autre: 'missing' } };
  }

  async #case(asked: CaseAsked): Promise<RulingCase | undefined> {
    switch (asked.kind) {
      case 'none':
        return undefined;
      case 'wrong':
        return asked.one && { kind: 'one', one: asked.one };
      case 'one':
        return asked;
      case 'two': {
        const { one, other } = asked;
        return {
          kind: 'two',
          one,
          other,
          same: await this.#foreseen('same', asked),
          apart: await this.#foreseen('apart', asked),
        };
      }
      case 'part': {
        const { whole, announcement } = asked;
        return { kind: 'part', whole, announcement, apart: await this.#foreseen('apart', asked) };
      }
    }
  }

  async #foreseen(verdict: Verdict, asked: CaseAsked): Promise<Foreseen> {
    const pair = ruledOn(asked);
    if (pair === undefined) throw new Error('a ruling was foreseen that is about nothing');
    const outcome = await this.desk.preview({ verdict, ...pair });
    return 'refused' in outcome ? outcome : outcome.done;
  }
}
