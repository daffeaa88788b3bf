import {
  founded,
  lille,
  published,
  recognised,
  attached,
  detached,
  recordedHistory,
  projectedFrom,
  sourceAdded,
} from '@relais/read-models/testing';
import type { IssueContent } from '@relais/digest';
import type { AssemblyId, GatheringId, Instant, ItemKey } from '@relais/vocabulary';
import { composeIssue, isEmpty } from './compose-issue.js';

type Event = ReturnType<typeof founded>;
const since = '2026-10-15T08:00:00.000Z';
const until = '2026-11-15T08:00:00.000Z';
const before = (instant: Instant, milliseconds = 1): Instant =>
  new Date(Date.parse(instant) - milliseconds).toISOString();

/** What an issue says after these events, each recorded at its moment. */
const composed = async (
  events: readonly (readonly [at: Instant, event: Event])[],
  window: { since?: Instant | null; until?: Instant } = {},
): Promise<IssueContent> => {
  const store = await recordedHistory(
    events.map(([at, event], index) => ({ stream: `s${index}`, at, events: [event] })),
  );
  return composeIssue({
    models: await projectedFrom(store),
    assembly: lille,
    zone: 'Europe/Paris',
    since,
    until,
    ...window,
  });
};
const titlesOf = (facts: readonly { title: string }[]): string[] => facts.map(({ title }) => title);
const gathering = (title: string, day: string, more: object = {}): Event =>
  recognised({ gathering: title as GatheringId, title, when: { kind: 'all-day', from: day, until: day }, ...more });
const item = (title: string, date?: Instant, backlog = false): Event =>
  published({
    item: title as ItemKey,
    fields: { kind: 'news', title, ...(date && { published: date }) },
    ...(backlog && { backlog: true }),
  });

describe('an issue tells of gatherings', () => {
  it('of the next two months, soonest first, from today where the assembly is', async () => {
    const { upcoming } = await composed([
      [since, gathering('later', '2026-12-24')],
      [since, gathering('sooner', '2026-11-26')],
      [since, gathering('today', '2026-11-15')],
      [since, gathering('yesterday', '2026-11-14')],
      [since, gathering('last day', '2027-01-16')],
      [since, gathering('a day too far', '2027-01-17')],
      [
        since,
        recognised({
          gathering: 'running' as GatheringId,
          title: 'running',
          when: { kind: 'all-day', from: '2026-11-01', until: '2026-11-15' },
        }),
      ],
    ]);
    expect(titlesOf(upcoming)).toEqual(['running', 'today', 'sooner', 'later', 'last day']);
    const midnight = await composed([[since, gathering('yesterday', '2026-11-14')]], {
      until: '2026-11-14T23:30:00.000Z',
    });
    expect(midnight.upcoming).toEqual([]);
  });

  it('further away once: in the letter of the window in which they were recognised', async () => {
    const far = '2027-06-01';
    const log = [
      [before(since), gathering('before', far)],
      [since, gathering('at its beginning', far)],
      [before(until), gathering('at its end', far)],
      [until, gathering('after', far)],
    ] as const;
    const soon = [since, gathering('soon', '2026-11-26')] as const;
    const { announced, upcoming } = await composed([...log, soon]);
    expect(titlesOf(announced)).toEqual(['at its beginning', 'at its end']);
    expect(titlesOf(upcoming)).toEqual(['soon']);
    const next = await composed([...log, soon], { since: until, until: '2026-12-15T08:00:00.000Z' });
    expect(titlesOf(next.announced)).toEqual(['after']);
  });

  it('that were cancelled as such, and not at all of those that were withdrawn or have no date', async () => {
    const { when: _, ...undated } = recognised({ gathering: 'undated' as GatheringId }).data as Record<string, unknown>;
    const gone = 'gone' as GatheringId;
    const { upcoming } = await composed([
      [since, gathering('off', '2026-11-26')],
      [since, { type: 'gathering.cancelled', data: { gathering: 'off' as GatheringId, basis: {} as never } }],
      [since, { ...recognised(), data: undated } as Event],
      [since, gathering('gone', '2026-11-26')],
      [since, attached({ gathering: gone })],
      [since, detached(undefined, gone)],
    ]);
    expect(upcoming).toEqual([
      {
        gathering: 'off',
        city: 'lille',
        title: 'off',
        when: { kind: 'all-day', from: '2026-11-26', until: '2026-11-26' },
        cancelled: true,
      },
    ]);
  });

  it('of its own assembly only, in its city', async () => {
    const brest = 'brest' as AssemblyId;
    const place = { name: 'MRES' };
    const { upcoming, announced, news } = await composed([
      [since, founded()],
      [since, gathering('ours', '2026-11-26', { place })],
      [since, gathering('theirs', '2026-11-26', { assembly: brest })],
      [since, gathering('theirs, far', '2027-06-01', { assembly: brest })],
      [since, published({ assembly: brest })],
    ]);
    expect(upcoming).toEqual([expect.objectContaining({ title: 'ours', city: 'Lille', place })]);
    expect([announced, news]).toEqual([[], []]);
  });

  it('each once, forty at most', async () => {
    const many = Array.from({ length: 45 }, (_, number) => [since, gathering(`g${number}`, '2026-11-26')] as const);
    const { upcoming, announced } = await composed(many);
    const told = titlesOf([...upcoming, ...announced]);
    expect([told.length, new Set(told).size]).toEqual([40, 40]);
  });
});

describe('an issue tells of news', () => {
  it('that came in within its window, newest first, from its first moment to before its last', async () => {
    const log = [
      [before(since), item('before')],
      [since, item('first')],
      ['2026-11-01T10:00:00.000Z', item('old date', '2026-10-20T10:00:00Z')],
      [before(until), item('last')],
      [until, item('after')],
    ] as const;
    expect(titlesOf((await composed(log)).news)).toEqual(['last', 'old date', 'first']);
    expect(titlesOf((await composed(log, { since: until, until: '2026-12-15T08:00:00.000Z' })).news)).toEqual([
      'after',
    ]);
  });

  it('published before the last letter that came in only after it: nothing falls between two letters', async () => {
    const late = [['2026-10-15T09:00:00.000Z', item('late', before(since))]] as const;
    expect(titlesOf((await composed(late)).news)).toEqual(['late']);
    expect((await composed(late, { since: null, until: since })).news).toEqual([]);
  });

  it('not of years ago that come in anew', async () => {
    expect((await composed([[since, item('of 2016', '2016-01-01T00:00:00Z')]])).news).toEqual([]);
  });

  it('of what was there before it was first read only if its own date says so', async () => {
    const { news } = await composed([
      [since, item('backlog without a date', undefined, true)],
      [since, item('backlog of before', '2026-10-01T00:00:00Z', true)],
      [since, item('backlog of the window', '2026-11-01T00:00:00Z', true)],
    ]);
    expect(titlesOf(news)).toEqual(['backlog of the window']);
  });

  it('with the name of its source, twenty at most', async () => {
    const many = Array.from({ length: 25 }, (_, number) => [since, item(`n${number}`)] as const);
    const { news } = await composed([[since, sourceAdded('lille-blog', 'Le blog')], ...many]);
    expect([news.length, new Set(titlesOf(news)).size, news[0]?.source]).toEqual([20, 20, 'Le blog']);
  });
});

describe('the first issue', () => {
  it('looks back a month', async () => {
    const log = [
      [before(until, 32 * 86_400_000), item('too old')],
      [before(until, 30 * 86_400_000), item('fresh')],
    ] as const;
    expect(titlesOf((await composed(log, { since: null })).news)).toEqual(['fresh']);
  });
});

describe('an issue', () => {
  it('is empty when it tells of nothing', async () => {
    expect(isEmpty(await composed([]))).toBe(true);
    expect(isEmpty(await composed([[since, item('news')]]))).toBe(false);
    expect(isEmpty(await composed([[since, gathering('soon', '2026-11-26')]]))).toBe(false);
    expect(isEmpty(await composed([[since, gathering('far', '2027-11-26')]]))).toBe(false);
  });
});
