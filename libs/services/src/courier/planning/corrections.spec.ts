import type { HubEvent } from '@relais/catalogue';
import type { GatheringId, ItemKey, LetterId, SourceId } from '@relais/vocabulary';
import { PlannedTown } from './testing/planned-town.js';
import { isUntrue } from './untrue.js';

const daily = { rhythm: { every: 'day' }, hour: 8 } as const;
const gathering = 'g' as GatheringId;
const basis = { source: 's' as SourceId, item: 'g' as ItemKey };
const moved = (day: string): HubEvent => ({
  type: 'gathering.rescheduled',
  data: { gathering, when: { kind: 'all-day', from: day, until: day }, basis },
});
const cancelled: HubEvent = { type: 'gathering.cancelled', data: { gathering, basis } };
const confirmed: HubEvent = { type: 'gathering.confirmed', data: { gathering, basis } };

let town: PlannedTown;
afterEach(() => town.end());

/** A town whose letters of the third told a gathering of the tenth. */
const told = async (...people: readonly (readonly [id: string, chosen?: object])[]): Promise<void> => {
  town = await PlannedTown.of();
  for (const [id, chosen] of people) await town.subscribes(id, { ...daily, ...chosen });
  await town.meets('g', '2026-11-10');
  await town.until('2026-11-03T10:00:00Z');
  await town.arrive();
};
const corrections = async (): Promise<string[]> =>
  (await town.letters()).filter(({ purpose }) => purpose === 'correction').map(({ to }) => to);

describe('a gathering that changes after a letter told it', () => {
  it('is corrected to exactly those who were told', async () => {
    await told(['told'], ['left'], ['votes only', { kinds: ['votes'] }]);
    await town.leaves('left');
    await town.record('gathering-g', moved('2026-11-12'));
    await town.until('2026-11-03T10:09:00Z');
    expect(await corrections()).toEqual([]);
    await town.until('2026-11-03T10:10:00Z');
    expect(await corrections()).toEqual(['told']);
    expect((await town.events('correction.composed')).map(({ data }) => data)).toEqual([
      expect.objectContaining({
        of: ['info-lille-2026-11-03'],
        before: expect.objectContaining({ when: expect.objectContaining({ from: '2026-11-10' }) as object }) as object,
        after: expect.objectContaining({ when: expect.objectContaining({ from: '2026-11-12' }) as object }) as object,
      }),
    ]);
  });

  it('is not where its changes come to nothing, nor again where nothing changed since', async () => {
    await told(['told']);
    await town.record('gathering-g', cancelled);
    await town.until('2026-11-03T10:05:00Z');
    await town.record('gathering-g', confirmed);
    await town.until('2026-11-03T12:00:00Z');
    expect(await corrections()).toEqual([]);
    await town.record('gathering-g', cancelled);
    await town.until('2026-11-03T13:00:00Z');
    await town.restart();
    await town.until('2026-11-04T13:00:00Z');
    expect(await corrections()).toEqual(['told']);
  });

  it('is once more where it changes once more, and is measured by what was told last', async () => {
    await told(['told']);
    await town.record('gathering-g', moved('2026-11-12'));
    await town.until('2026-11-03T12:00:00Z');
    await town.arrive();
    await town.record('gathering-g', moved('2026-11-10'));
    await town.until('2026-11-03T14:00:00Z');
    expect(await corrections()).toEqual(['told', 'told']);
    expect(new Set((await town.letters()).map(({ issues }) => issues[0])).size).toBe(3);
  });

  it('is by day, unless it begins before', async () => {
    await told(['told']);
    await town.until('2026-11-03T21:00:00Z');
    await town.record('gathering-g', moved('2026-11-12'));
    await town.until('2026-11-04T05:59:00Z');
    expect(await corrections()).toEqual([]);
    await town.until('2026-11-04T06:00:00Z');
    expect(await corrections()).toEqual(['told']);
    await town.arrive();
    await town.until('2026-11-11T21:00:00Z');
    await town.arrive();
    await town.record('gathering-g', cancelled);
    await town.until('2026-11-11T21:10:00Z');
    expect(await corrections()).toEqual(['told', 'told']);
  });

  it('is not when it is over', async () => {
    await told(['told']);
    await town.until('2026-11-11T10:00:00Z');
    await town.record('gathering-g', cancelled);
    await town.until('2026-11-12T10:00:00Z');
    expect(await corrections()).toEqual([]);
  });

  it('is once the letter that told it has arrived, where that takes longer; never where it was refused', async () => {
    town = await PlannedTown.of();
    for (const id of ['slow', 'refused']) await town.subscribes(id, daily);
    await town.meets('g', '2026-11-10');
    await town.until('2026-11-03T10:00:00Z');
    const [, second] = await town.events('letter.intended');
    const { letter } = second?.data as { letter: LetterId };
    const refused: HubEvent = { type: 'letter.refused', data: { letter, code: '550', permanent: true } };
    await town.record(second?.stream ?? '', refused);
    await town.record('gathering-g', moved('2026-11-12'));
    await town.until('2026-11-03T11:00:00Z');
    expect(await corrections()).toEqual([]);
    await town.arrive();
    await town.until('2026-11-03T12:00:00Z');
    expect(
      (await town.events('letter.intended')).map(({ data }) => (data as { subscription: string }).subscription),
    ).toEqual(['slow', 'refused', 'slow']);
  });

  it('is once, also when a crash comes between two letters', async () => {
    await told(['a'], ['b'], ['c']);
    await town.record('gathering-g', moved('2026-11-12'));
    const append = town.store.append.bind(town.store);
    let left = 1;
    town.store.append = (stream, events, expected) =>
      stream.startsWith('letter-') && left-- <= 0
        ? Promise.reject(new Error('killed'))
        : append(stream, events, expected);
    await expect(town.until('2026-11-03T11:00:00Z')).rejects.toThrow('killed');
    town.store.append = append;
    await town.restart();
    await town.until('2026-11-03T12:00:00Z');
    expect((await corrections()).sort()).toEqual(['a', 'b', 'c']);
    expect(await town.events('correction.composed')).toHaveLength(1);
  });
});

describe('what was told', () => {
  const fact = { gathering, city: 'Lille', title: 'G' };
  const when = { kind: 'timed', starts: '2026-11-10T17:00:00Z', zone: 'Europe/Paris' } as const;

  it('is untrue where the time or place is another, or it was called off', () => {
    expect(isUntrue({ ...fact, when }, { ...fact, when: { ...when, starts: '2026-11-10T18:00:00Z' } })).toBe(true);
    expect(isUntrue({ ...fact, place: { name: 'MRES' } }, { ...fact, place: { name: 'Mairie' } })).toBe(true);
    expect(isUntrue({ ...fact, when }, { ...fact, when, cancelled: true })).toBe(true);
    expect(isUntrue({ ...fact, when, cancelled: true }, { ...fact, when })).toBe(true);
  });

  it('is not where more is said, or the same in other words', () => {
    expect(isUntrue(fact, { ...fact, when, place: { name: 'MRES' } })).toBe(false);
    expect(isUntrue({ ...fact, when }, { ...fact, when: { ...when, ends: '2026-11-10T19:00:00Z' } })).toBe(false);
    expect(isUntrue({ ...fact, place: { name: 'MRES' } }, { ...fact, place: { name: 'La MRES, salle 3' } })).toBe(
      false,
    );
    expect(
      isUntrue({ ...fact, when }, { ...fact, title: 'H', when: { ...when, starts: '2026-11-10T17:00:00.000Z' } }),
    ).toBe(false);
  });
});
