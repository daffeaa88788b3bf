import { reachOf, type LetterSent, type Reach } from './coming-back.js';

type Bounced = NonNullable<LetterSent['bounced']>;
const hard: Omit<Bounced, 'at'> = { status: '5.1.1', permanent: true };
const soft: Omit<Bounced, 'at'> = { status: '4.4.1', permanent: false };

const onDay = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day, 9)).toISOString();
/** A letter of a day, and what came back of it a minute later. */
const letter = (day: number, bounced?: Omit<Bounced, 'at'>, more: Partial<LetterSent> = {}): LetterSent => ({
  ...{ purpose: 'digest', at: onDay(day) },
  ...(bounced && { bounced: { ...bounced, at: onDay(day).replace('T09:00', 'T09:01') } }),
  ...more,
});
const given = (...letters: readonly LetterSent[]) => ({
  then: (reach: Reach) => expect(reachOf(letters)).toBe(reach),
});
const monthly = (...came: readonly (Omit<Bounced, 'at'> | undefined)[]): LetterSent[] =>
  came.map((bounced, month) => letter(month * 31, bounced));

describe('an address', () => {
  it('is written to while its letters stay', () => given(letter(0), letter(1)).then('reached'));

  it('is written to once more where it is said not to exist: a provider may be wrong for a day', () => {
    given(letter(0), letter(1, hard)).then('reached');
    given(letter(0), letter(1, hard), letter(2, hard)).then('undeliverable');
  });

  it('that nobody confirmed is left at the first time', () =>
    given(letter(0, hard, { purpose: 'confirmation' })).then('undeliverable'));

  it('that does not exist is found out by monthly letters as well', () =>
    given(...monthly(undefined, hard, hard)).then('undeliverable'));

  it('is left at once where its receiver complains', () =>
    given(letter(0), letter(1, undefined, { complainedAt: onDay(2) })).then('complaint'));

  it.each([
    ['its host is not there', soft],
    ['its mailbox is full', { status: '5.2.2', permanent: true }],
    ['what a letter says is refused', { status: '5.7.1', permanent: true }],
    ['nobody knows why', { status: '5.0.0', permanent: true }],
  ])('is written to five times on five days where %s', (_why, came) => {
    given(...[0, 1, 2, 3].map((day) => letter(day, came))).then('reached');
    given(...[0, 1, 2, 3, 4].map((day) => letter(day, came))).then('undeliverable');
  });

  it('is counted once a day for what may pass, however many letters it has', () =>
    given(...Array.from({ length: 9 }, () => letter(0, soft))).then('reached'));

  it('has what came back forgotten after a month in which its letters stayed', () => {
    const four = [0, 1, 2, 3].map((day) => letter(day, soft));
    given(...four, letter(20), letter(30), letter(40, soft)).then('reached');
    given(...four, letter(20), letter(25), letter(30, soft)).then('undeliverable');
    given(...four, letter(40, soft)).then('undeliverable');
  });

  it('is judged by its letters, in whatever order they are told', () => {
    const letters = [letter(0, hard), letter(50), letter(60), letter(70, hard)];
    given(...letters).then('reached');
    given(...letters.toReversed()).then('reached');
  });
});
