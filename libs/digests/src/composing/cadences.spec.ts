import type { Cadence, IssueContent } from '@relais/digest';
import { lille, projectedFrom, published, recognised, recordedHistory, sourceAdded } from '@relais/read-models/testing';
import type { GatheringId, Instant, ItemKey } from '@relais/vocabulary';
import { composeIssue } from './compose-issue.js';
import { noticeOf, urgentFacts } from './urgent-facts.js';

type Event = ReturnType<typeof recognised>;
type Log = readonly (readonly [at: Instant, event: Event])[];
const until = '2026-11-25T08:00:00.000Z';
const yesterday = '2026-11-24T08:00:00.000Z';
const old = '2026-11-01T08:00:00.000Z';
const rows = async (log: Log) =>
  projectedFrom(await recordedHistory(log.map(([at, event], n) => ({ stream: `s${n}`, at, events: [event] }))));
const gathering = (title: string, day: string, last = day): Event =>
  recognised({ gathering: title as GatheringId, title, when: { kind: 'all-day', from: day, until: last } });
const item = (title: string, summary?: string): Event =>
  published({ item: title as ItemKey, fields: { kind: 'news', title, ...(summary && { summary }) } });
const themesOf = (text: string): string[] => (text.includes('jardin') ? ['jardins'] : []);

const composed = async (
  cadence: Exclude<Cadence, 'notice'>,
  log: Log,
  since: Instant | null = yesterday,
): Promise<IssueContent> =>
  composeIssue({ models: await rows(log), assembly: lille, zone: 'Europe/Paris', since, until, cadence, themesOf });
const titles = (facts: readonly { title: string }[] = []): string[] => facts.map(({ title }) => title);

describe('an issue of a day', () => {
  it('has today and tomorrow in its agenda, and of later days only what is new', async () => {
    const { upcoming, announced } = await composed('day', [
      [old, gathering('running', '2026-11-20', '2026-11-30')],
      [old, gathering('today', '2026-11-25')],
      [old, gathering('tomorrow', '2026-11-26')],
      [old, gathering('known', '2026-11-27')],
      [yesterday, gathering('new', '2026-11-27')],
    ]);
    expect([titles(upcoming), titles(announced)]).toEqual([['today', 'tomorrow'], ['new']]);
  });

  it('goes back a week at most, however long nobody wanted one', async () => {
    const log: Log = [
      [old, item('too old')],
      ['2026-11-19T08:00:00.000Z', item('of the week')],
    ];
    expect(titles((await composed('day', log, old)).news)).toEqual(['of the week']);
  });
});

describe('an issue of a week', () => {
  it('has two weeks in its agenda', async () => {
    const { upcoming, announced } = await composed('week', [
      [old, gathering('running', '2026-11-20', '2026-11-30')],
      [old, gathering('soon', '2026-12-08')],
      [old, gathering('later', '2026-12-09')],
      [yesterday, gathering('new', '2026-12-09')],
    ]);
    expect([titles(upcoming), titles(announced)]).toEqual([['running', 'soon'], ['new']]);
  });
});

describe('an issue as it happens', () => {
  it('tells what is new, and nothing that was known', async () => {
    const { upcoming, announced, news, votes } = await composed('event', [
      [old, gathering('known', '2026-11-25')],
      [old, item('old vote', 'jusqu’au 26 novembre')],
      [yesterday, gathering('new', '2026-11-26')],
      [yesterday, item('article')],
    ]);
    expect([titles(upcoming), titles(announced), titles(news), votes]).toEqual([[], ['new'], ['article'], undefined]);
  });
});

describe('votes and minutes', () => {
  const log: Log = [
    [old, sourceAdded('lille-blog', 'Le blog')],
    [old, item('Vote : le nom', 'Ouvert jusqu’au 26 novembre')],
    [old, item('Vote : le logo', 'Ouvert jusqu’au 12 décembre')],
    [old, item('Vote : le lieu', 'Ouvert jusqu’au 20 novembre')],
    [yesterday, item('Vote : le budget')],
    [yesterday, item('Compte rendu du 20')],
    [yesterday, item('Une nouvelle')],
  ];

  it('are told apart from news, votes the first to close first, while they are open', async () => {
    const { votes, minutes, news } = await composed('week', log);
    expect(votes).toEqual([
      { title: 'Vote : le nom', source: 'Le blog', closes: '2026-11-26T23:00:00Z' },
      { title: 'Vote : le logo', source: 'Le blog', closes: '2026-12-12T23:00:00Z' },
      { title: 'Vote : le budget', source: 'Le blog' },
    ]);
    expect([titles(minutes), titles(news)]).toEqual([['Compte rendu du 20'], ['Une nouvelle']]);
  });

  it('are reminded of each day only when they close within two', async () => {
    expect(titles((await composed('day', log)).votes)).toEqual(['Vote : le nom', 'Vote : le budget']);
  });

  it('that closed before anybody could be told are news', async () => {
    const { votes, news } = await composed('week', [[yesterday, item('Vote : le toit', 'jusqu’au 2026-11-24')]]);
    expect([votes, titles(news)]).toEqual([undefined, ['Vote : le toit']]);
  });
});

describe('themes', () => {
  it('stand with each fact whose words are theirs', async () => {
    const { upcoming, news } = await composed('month', [
      [yesterday, gathering('Le jardin', '2026-11-26')],
      [yesterday, item('Une nouvelle', 'du <b>jardin</b>')],
      [yesterday, item('Une autre')],
    ]);
    expect(upcoming[0]).toMatchObject({ themes: ['jardins'] });
    expect(news).toEqual([
      { title: 'Une autre', source: 'lille-blog' },
      { title: 'Une nouvelle', source: 'lille-blog', themes: ['jardins'] },
    ]);
  });
});

describe('what cannot wait', () => {
  it('is a gathering within the week and a vote that closes within three days, the first deadline first', async () => {
    const models = await rows([
      [old, gathering('over', '2026-11-24')],
      [old, gathering('today', '2026-11-25')],
      [old, gathering('in a week', '2026-12-02')],
      [old, gathering('later', '2026-12-03')],
      [old, gathering('off', '2026-11-27')],
      [old, { type: 'gathering.cancelled', data: { gathering: 'off' as GatheringId, basis: {} as never } }],
      [old, item('Vote : le nom', 'jusqu’au 27 novembre')],
      [old, item('Vote : le logo', 'jusqu’au 29 novembre')],
    ]);
    const facts = urgentFacts({ models, assembly: lille, zone: 'Europe/Paris', until });
    expect(facts.map(({ fact, known }) => [fact.title, known])).toEqual([
      ['Vote : le nom', old],
      ['in a week', old],
    ]);
    expect(noticeOf(facts)).toEqual({
      upcoming: [expect.objectContaining({ title: 'in a week' })],
      announced: [],
      news: [],
      votes: [expect.objectContaining({ closes: '2026-11-27T23:00:00Z' })],
    });
  });
});
