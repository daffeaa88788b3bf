import { MemoryEventStore } from '@relais/event-store';
import { momentAsked } from './moment-asked.js';

const recorded = ['2017-03-21T10:00:00.000Z', '2017-03-21T22:59:59.999Z', '2017-03-21T23:00:00.000Z'];
const asked = async (text: string, now = '2026-11-25T09:00:00Z', zone = 'Europe/Paris') => {
  let at = '';
  const store = new MemoryEventStore({ now: () => at });
  for (at of recorded) await store.append('a', [{ type: 'it.happened', data: {} }], 'any');
  return momentAsked(text, { store, zone, now });
};

describe('a moment of the past', () => {
  it('is the end of a day where the assembly is', async () => {
    const end = '2017-03-21T22:59:59.999Z';
    expect(await asked('2017-03-21')).toEqual({ position: 2n, now: end, day: '2017-03-21' });
    expect(await asked('2017-03-21', undefined, 'America/Montreal')).toMatchObject({ position: 3n });
    expect(await asked('2017-03-20')).toMatchObject({ position: 0n, day: '2017-03-20' });
    expect(await asked('2017-10-29')).toMatchObject({ now: '2017-10-29T22:59:59.999Z' });
  });

  it('is now, where the day is not over', async () => {
    expect(await asked('2017-03-21', '2017-03-21T12:00:00Z')).toEqual({
      ...{ position: 1n, now: '2017-03-21T12:00:00.000Z', day: '2017-03-21' },
    });
  });

  it('is an instant in UTC, or a place in the log', async () => {
    expect(await asked('2017-03-21T10:00:00Z')).toEqual({ position: 1n, now: '2017-03-21T10:00:00.000Z' });
    expect(await asked('2017-03-21T09:59Z')).toEqual({ position: 0n, now: '2017-03-21T09:59:00.000Z' });
    expect(await asked('position:3')).toEqual({ position: 3n, now: recorded[2] });
  });

  it.each([
    ...['', 'hier', '2017-02-30', '2017-3-1', '21/03/2017', '2017-03-21T10:00:00', '2017-03-21T25:00:00Z'],
    ...['2017-03-21T10:00:00+01:00', 'position:', 'position:-1', 'position:1.5', '12', `position:${'9'.repeat(40)}`],
  ])('is not %j', async (text) => {
    expect(await asked(text)).toEqual({ problem: 'unreadable', head: 3n });
  });

  it.each([
    ['2026-11-26', 'to-come'],
    ['2026-11-25T09:00:01Z', 'to-come'],
    ['position:4', 'beyond-the-log'],
    ['position:0', 'before-the-log'],
  ])('is not %s, which is %s', async (text, problem) => {
    expect(await asked(text)).toEqual({ problem, head: 3n });
  });
});
