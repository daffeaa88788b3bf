import { evening, founded, projected, recognised } from '@relais/read-models/testing';
import { byClass, rendered, textOf } from '../testing/rendered.js';

const shownAt = async (now: string, when: Parameters<typeof recognised>[0] = {}): Promise<string> =>
  textOf(byClass(rendered(await projected(founded(), recognised(when)), '/lille', { now }).html, 'next')[0]);

describe('the next gathering of an assembly', () => {
  it.each([
    ['2026-11-16T10:00:00Z', 'dans 10 jours'],
    ['2026-11-25T10:00:00Z', 'demain'],
    ['2026-11-25T23:30:00Z', 'aujourd’hui'],
    ['2026-11-26T22:00:00Z', 'aujourd’hui'],
  ])('is at %s said to be %s', async (now, words) => {
    expect(await shownAt(now)).toContain(`Prochaine rencontre · ${words}`);
  });

  it('is going on between its days', async () => {
    const days = { kind: 'all-day', from: '2026-11-26', until: '2026-11-28' } as const;
    expect(await shownAt('2026-11-27T10:00:00Z', { when: days })).toContain('en ce moment');
  });

  it('says when and where', async () => {
    const place = { name: 'MRES', city: 'Lille' };
    const said = await shownAt('2026-11-25T10:00:00Z', { when: evening, place });
    expect(said).toContain('jeudi 26 novembre 2026 à 18 h 00');
    expect(said).toContain('MRES, Lille');
  });

  it('is none when it is over', async () => {
    expect(await shownAt('2026-11-26T23:30:00Z')).toBe('');
  });
});
