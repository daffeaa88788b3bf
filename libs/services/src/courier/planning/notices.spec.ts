import type { GatheringId } from '@relais/vocabulary';
import { PlannedTown } from './testing/planned-town.js';

let town: PlannedTown;
afterEach(() => town.end());
const notices = async (): Promise<string[]> => (await town.told()).filter((letter) => letter.includes('-avis-'));

describe('what cannot wait for somebody’s next letter', () => {
  it('is told them at the next full hour outside of their quiet hours, once', async () => {
    town = await PlannedTown.of();
    await town.subscribes('monthly');
    await town.subscribes('early riser', { quiet: { from: 22, until: 5 } });
    await town.subscribes('daily', { rhythm: { every: 'day' }, hour: 8 });
    await town.until('2026-11-10T22:30:00Z');
    await town.meets('urgent', '2026-11-14');
    await town.until('2026-11-20T10:00:00Z');
    expect(await town.told()).toEqual([
      'early riser: info-lille-avis-2026-11-11T0500',
      'monthly: info-lille-avis-2026-11-11T0500',
      'daily: info-lille-2026-11-11',
      'daily: info-lille-2026-11-13',
      'daily: info-lille-2026-11-14',
    ]);
  });

  it('is told a week before a gathering, and three days before a vote closes', async () => {
    town = await PlannedTown.of();
    await town.subscribes('monthly');
    await town.until('2026-11-03T10:00:00Z');
    await town.meets('later', '2026-11-20');
    await town.publishes('Vote : le nom', { summary: 'jusqu’au 25 novembre' });
    await town.until('2026-11-30T10:00:00Z');
    expect(await notices()).toEqual([
      'monthly: info-lille-avis-2026-11-13T0700',
      'monthly: info-lille-avis-2026-11-23T0700',
    ]);
  });

  it('is left to the next letter where that comes in time, and not told of what was known before', async () => {
    town = await PlannedTown.of();
    await town.meets('known', '2026-11-28');
    await town.until('2026-11-20T10:00:00Z');
    await town.subscribes('new');
    await town.subscribes('friday', { rhythm: { every: 'week', on: 5 }, hour: 8 });
    await town.until('2026-11-24T10:00:00Z');
    await town.meets('after friday', '2026-11-29');
    await town.until('2026-12-01T12:00:00Z');
    expect(await town.told()).toEqual(
      ['new: info-lille-avis-2026-11-24T1200', 'friday: info-lille-2026-w48-5', 'new: info-lille-2026-12'].filter(
        (letter) => !letter.startsWith('new: info-lille-2026-12'),
      ),
    );
  });

  it('is not told to who does not want its kind, nor while letters are paused', async () => {
    town = await PlannedTown.of();
    await town.subscribes('news', { kinds: ['news'] });
    await town.subscribes('away', { pausedUntil: '2026-11-29' });
    await town.until('2026-11-10T10:00:00Z');
    await town.meets('urgent', '2026-11-14');
    await town.until('2026-11-20T10:00:00Z');
    expect([await town.told(), await town.events('digest.composed')]).toEqual([[], []]);
  });

  it('is told of several things at once, each once, also after a crash', async () => {
    town = await PlannedTown.of();
    for (const id of ['a', 'b', 'c']) await town.subscribes(id);
    await town.until('2026-11-10T09:30:00Z');
    await town.meets('one', '2026-11-14');
    await town.meets('two', '2026-11-15');
    const append = town.store.append.bind(town.store);
    let left = 1;
    town.store.append = (stream, events, expected) =>
      stream.startsWith('letter-') && left-- <= 0
        ? Promise.reject(new Error('killed'))
        : append(stream, events, expected);
    await expect(town.until('2026-11-10T10:30:00Z')).rejects.toThrow('killed');
    town.store.append = append;
    await town.restart();
    await town.until('2026-11-12T10:00:00Z');
    expect((await notices()).toSorted()).toEqual([
      'a: info-lille-avis-2026-11-10T1100',
      'b: info-lille-avis-2026-11-10T1100',
      'c: info-lille-avis-2026-11-10T1100',
    ]);
    await town.meets('three', '2026-11-16');
    await town.until('2026-11-13T10:00:00Z');
    const last = (await town.letters()).at(-1)?.issues[0];
    const composed = last && (await town.shelf.get(last));
    expect(composed && composed.content.upcoming.map(({ gathering }) => gathering)).toEqual(['three' as GatheringId]);
  });
});
