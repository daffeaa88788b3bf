import { languages, type Instant, type LetterId } from '@relais/vocabulary';
import type { ListCopy } from './canaries.js';
import { adviceOn, verdictOf } from './verdict.js';

const at = '2026-11-25T09:00:00Z' as Instant;
const sent: ListCopy = { letter: 'copy-1' as LetterId, status: 'accepted', at };
const arrived = (more: Partial<NonNullable<ListCopy['arrived']>> = {}): ListCopy => ({
  ...sent,
  arrived: { at, delay: 3, dkim: 'pass', aligned: true, listId: 'echanges.exemple.test', subject: 'Lettre', ...more },
});
const broken = arrived({ dkim: 'fail', aligned: false });
const held: ListCopy = { ...sent, missedAt: at };

describe('how a list treats our letters', () => {
  it.each([
    ['good', 'came back as it was', arrived()],
    ['good', 'lost its signature and is from the list now', arrived({ dkim: 'fail' })],
    ['broken', 'lost its signature and is still from us', broken],
    ['broken', 'kept it and is from somebody who did not sign', arrived({ aligned: false })],
    ['untold', 'came back and nobody looked at it', arrived({ dkim: 'none', aligned: false })],
    ['held', 'was missed', held],
    ['refused', 'was refused', { ...sent, status: 'refused' }],
    ['waiting', 'is on its way', sent],
  ] as [string, string, ListCopy][])('is %s where a copy %s', (verdict, _what, copy) =>
    expect(verdictOf(copy)).toBe(verdict),
  );

  it.each(languages)('is said with what its owner is to be asked for, in %s', (language) => {
    expect(adviceOn(arrived(), language).ask).toEqual([]);
    expect(adviceOn(broken, language).means).toContain('p=reject');
    expect(adviceOn(broken, language).ask).toEqual([expect.stringContaining('munge_from')]);
    expect(adviceOn(held, language).ask).toEqual([expect.stringMatching(/sans modération|without moder|zonder moder/)]);
    const unsorted = adviceOn(arrived({ listId: null }), language);
    expect(unsorted.ask).toEqual([expect.stringContaining('List-Id')]);
  });

  it('says so where a copy arrived that had been given up', () => {
    const { verdict, means, ask } = adviceOn({ ...arrived(), missedAt: at }, 'fr');
    expect([verdict, means]).toEqual(['good', expect.stringContaining('plus d’une heure')]);
    expect(ask).toEqual([expect.stringContaining('sans modération')]);
  });
});
