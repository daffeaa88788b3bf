import type { HubEvent } from '@relais/catalogue';
import type { AdminId, IssueId } from '@relais/vocabulary';
import { PlannedTown } from './testing/planned-town.js';

const daily = { rhythm: { every: 'day' }, hour: 8 } as const;
let town: PlannedTown;
afterEach(() => town.end());

describe('letters are planned', () => {
  it('for each person when they want them, of one issue for all who want it so', async () => {
    town = await PlannedTown.of();
    await town.subscribes('monthly');
    await town.subscribes('early', daily);
    await town.subscribes('late', { ...daily, hour: 18 });
    await town.subscribes('thursday', { rhythm: { every: 'week', on: 4 }, hour: 8 });
    await town.publishes('Une nouvelle');
    await town.until('2026-11-05T20:00:00Z');
    expect(await town.told()).toEqual([
      'late: info-lille-2026-11-02',
      'early: info-lille-2026-11-02',
      'thursday: info-lille-2026-w45-4',
    ]);
    await town.publishes('Une autre');
    await town.until('2026-12-01T10:00:00Z');
    expect(await town.told()).toEqual([
      'late: info-lille-2026-11-02',
      'early: info-lille-2026-11-02',
      'thursday: info-lille-2026-w45-4',
      'early: info-lille-2026-11-06',
      'late: info-lille-2026-11-06',
      'thursday: info-lille-2026-w46-4',
      'monthly: info-lille-2026-12',
    ]);
  });

  it('not where nothing happened, nor where nothing of what somebody chose did', async () => {
    town = await PlannedTown.of();
    await town.subscribes('all', daily);
    await town.subscribes('votes', { ...daily, kinds: ['votes'] });
    await town.until('2026-11-04T10:00:00Z');
    expect([await town.told(), await town.events('digest.composed')]).toEqual([[], []]);
    await town.publishes('Une nouvelle');
    await town.until('2026-11-05T10:00:00Z');
    expect(await town.told()).toEqual(['all: info-lille-2026-11-05']);
  });

  it('of the hours in which something happened, also those that one slept through', async () => {
    town = await PlannedTown.of();
    await town.subscribes('awake', { rhythm: { every: 'event' }, quiet: { from: 0, until: 0 } });
    await town.subscribes('asleep', { rhythm: { every: 'event' } });
    town.now = '2026-11-02T22:10:00.000Z';
    await town.publishes('De nuit');
    await town.until('2026-11-03T00:10:00Z');
    await town.publishes('De nuit encore');
    await town.until('2026-11-03T12:00:00Z');
    expect(await town.told()).toEqual([
      'awake: info-lille-2026-11-03T0000',
      'awake: info-lille-2026-11-03T0200',
      'asleep: info-lille-2026-11-03T0200 info-lille-2026-11-03T0000',
    ]);
  });

  it('also to those whose hour had passed when somebody else’s brought something', async () => {
    town = await PlannedTown.of();
    await town.subscribes('early', daily);
    await town.subscribes('late', { ...daily, hour: 18 });
    await town.until('2026-11-03T10:00:00Z');
    await town.publishes('À midi');
    await town.until('2026-11-03T20:00:00Z');
    await town.publishes('De nuit');
    await town.meets('demain matin', '2026-11-04');
    await town.until('2026-11-04T20:00:00Z');
    expect(await town.told()).toEqual([
      'late: info-lille-2026-11-03',
      'early: info-lille-2026-11-04 info-lille-2026-11-03',
      'late: info-lille-2026-11-04',
    ]);
  });

  it('as one for all subscriptions of an address, each city of it once', async () => {
    town = await PlannedTown.of(['lille', 'gent', 'brest']);
    await town.subscribes('first', { address: 'a', ...daily });
    await town.subscribes('second', { address: 'a', list: 'info-gent' });
    await town.subscribes('all', { address: 'b', ...daily, cities: 'all' });
    for (const assembly of ['lille', 'gent', 'brest']) await town.publishes(`De ${assembly}`, { assembly });
    await town.until('2026-11-03T10:00:00Z');
    expect(await town.told()).toEqual([
      'first: info-lille-2026-11-03 info-gent-2026-11-03',
      'all: info-lille-2026-11-03 info-gent-2026-11-03 info-brest-2026-11-03',
    ]);
    await town.leaves('first');
    await town.until('2026-12-01T10:00:00Z');
    expect((await town.told()).at(-1)).toBe('second: info-gent-2026-12');
  });

  it('with what somebody chose in each of them, as it was sealed', async () => {
    town = await PlannedTown.of();
    await town.subscribes('chose', { ...daily, length: 'short' });
    await town.publishes('Une nouvelle');
    await town.until('2026-11-03T10:00:00Z');
    const [intended] = await town.events('letter.intended');
    const [preferred] = await town.events('subscription.preferred');
    expect((intended?.data as { edition?: string }).edition).toBe(
      (preferred?.data as { preferences: string }).preferences,
    );
  });
});

describe('a moment that passed while nothing ran', () => {
  it('is made up for once', async () => {
    town = await PlannedTown.of();
    await town.subscribes('daily', daily);
    await town.publishes('Une nouvelle');
    town.now = '2026-11-08T12:00:00.000Z';
    await town.restart();
    await town.until('2026-11-08T12:30:00Z');
    expect(await town.told()).toEqual(['daily: info-lille-2026-11-08']);
    await town.publishes('Une autre');
    await town.until('2026-11-08T23:00:00Z');
    expect(await town.told()).toHaveLength(1);
    await town.until('2026-11-09T08:00:00Z');
    expect((await town.told()).slice(1)).toEqual(['daily: info-lille-2026-11-09']);
  });

  it('is not made up for by night', async () => {
    town = await PlannedTown.of();
    await town.subscribes('daily', { ...daily, hour: 18 });
    await town.publishes('Une nouvelle');
    town.now = '2026-11-02T22:00:00.000Z';
    await town.restart();
    await town.until('2026-11-03T05:59:00Z');
    expect(await town.told()).toEqual([]);
    await town.until('2026-11-03T06:00:00Z');
    expect(await town.told()).toEqual(['daily: info-lille-2026-11-03']);
  });
});

describe('a crash', () => {
  it('between an issue and its letters, or between two letters, leaves nobody out and gives nobody two', async () => {
    town = await PlannedTown.of();
    const people = Array.from({ length: 40 }, (_, n) => `p${n}`);
    for (const id of people) await town.subscribes(id, daily);
    await town.publishes('Une nouvelle');
    town.now = '2026-11-03T07:00:00.000Z';
    // The log breaks off after the issue and so many letters.
    for (const letters of [0, 1, 17]) {
      const append = town.store.append.bind(town.store);
      let left = letters;
      town.store.append = (stream, events, expected) =>
        stream.startsWith('letter-') && left-- <= 0
          ? Promise.reject(new Error('killed'))
          : append(stream, events, expected);
      await town.keeper.fold();
      await expect(town.planner.plan()).rejects.toThrow('killed');
      town.store.append = append;
    }
    const before = (await town.letters()).length;
    await town.restart();
    expect((await town.letters()).map(({ to }) => to).sort()).toEqual(people.toSorted());
    await town.until('2026-11-03T12:00:00Z');
    expect([before, (await town.letters()).length]).toEqual([18, 40]);
  });
});

describe('an issue that somebody has to approve', () => {
  it('says so, and where it is rejected the next one begins before it', async () => {
    town = await PlannedTown.of(['lille'], { list: { approval: true } });
    await town.subscribes('daily', daily);
    await town.publishes('Une nouvelle');
    await town.until('2026-11-03T10:00:00Z');
    const issue = 'info-lille-2026-11-03' as IssueId;
    expect(await town.shelf.get(issue)).toMatchObject({ needsApproval: true });
    const rejected: HubEvent = { type: 'digest.rejected', data: { issue, by: 'secretariat' as AdminId, note: '' } };
    await town.record(`digest-${issue}`, rejected);
    await town.publishes('Une autre');
    await town.until('2026-11-04T10:00:00Z');
    const next = await town.shelf.get('info-lille-2026-11-04' as IssueId);
    expect(next?.content.news.map(({ title }) => title).sort()).toEqual(['Une autre', 'Une nouvelle']);
    await town.publishes('Encore');
    await town.until('2026-11-05T10:00:00Z');
    const third = await town.shelf.get('info-lille-2026-11-05' as IssueId);
    expect(third?.content.news.map(({ title }) => title)).toEqual(['Encore']);
  });
});
