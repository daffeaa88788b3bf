import type { LetterRow } from '@relais/read-models';
import { questionOf, silentSince, type Known } from './question.js';

const now = '2026-11-25T09:00:00Z';
const asked = { askedAt: '2026-11-01T09:00:00Z', askedUntil: '2026-12-01T09:00:00Z' };
const letter = (at: string, status: LetterRow['status'] = 'accepted') => ({ at, status });
const question = (more: Partial<Known>, at = now) =>
  questionOf({ row: {}, heardAt: '2020-01-01T00:00:00Z', letters: [], ...more }, at);

describe('whoever is not heard of', () => {
  it('for three years is asked, and not a day sooner', () => {
    expect(silentSince(now)).toBe('2023-11-25T09:00:00.000Z');
    expect(question({ heardAt: '2023-11-25T08:59:59Z' })).toBe('ask');
    expect(question({ heardAt: '2023-11-25T09:00:00Z' })).toBe('none');
    expect(question({ heardAt: '2024-02-29T00:00:00Z' }, '2027-02-28T23:00:00Z')).toBe('none');
    expect(question({ heardAt: '2024-02-29T00:00:00Z' }, '2027-03-01T00:00:01Z')).toBe('ask');
  });

  it('and was asked is written to, once', () => {
    expect(question({ row: asked })).toBe('write');
    for (const status of ['intended', 'handed-over', 'deferred'] as const)
      expect(question({ row: asked, letters: [letter(asked.askedAt, status)] })).toBe('none');
  });

  it('and does not answer is written to once more, half-way', () => {
    const letters = [letter('2026-11-01T09:05:00Z')];
    expect(question({ row: asked, letters }, '2026-11-16T08:59:59Z')).toBe('none');
    expect(question({ row: asked, letters }, '2026-11-16T09:00:00Z')).toBe('write-again');
    const again = [...letters, letter('2026-11-16T09:00:00Z', 'intended')];
    expect(question({ row: asked, letters: again }, '2026-11-20T09:00:00Z')).toBe('none');
  });

  it('is not written to twice at once where the first letter waited long', () => {
    const letters = [letter('2026-11-15T09:00:00Z')];
    expect(question({ row: asked, letters }, '2026-11-19T09:00:00Z')).toBe('none');
    expect(question({ row: asked, letters }, '2026-11-20T09:00:00Z')).toBe('write-again');
  });

  it('and has not answered by then is ended', () => {
    const letters = [letter('2026-11-01T09:05:00Z'), letter('2026-11-16T09:05:00Z')];
    expect(question({ row: asked, letters }, '2026-12-01T08:59:59Z')).toBe('none');
    expect(question({ row: asked, letters }, '2026-12-01T09:00:00Z')).toBe('end');
  });

  it('is never ended without having been asked a week ago, or where that cannot be', () => {
    const late = '2026-12-02T09:00:00Z';
    expect(question({ row: asked }, late)).toBe('write');
    expect(question({ row: asked, letters: [letter(asked.askedAt, 'deferred')] }, late)).toBe('none');
    expect(question({ row: asked, letters: [letter('2026-11-26T09:00:00Z')] }, late)).toBe('none');
    expect(question({ row: asked, letters: [letter('2026-11-25T09:00:00Z')] }, late)).toBe('end');
    for (const status of ['refused', 'unknown'] as const)
      expect(question({ row: asked, letters: [letter('2026-11-02T09:00:00Z', status)] }, late)).toBe('end');
  });

  it('by one subscription and answered by another stays', () => {
    const heardAt = '2026-11-02T09:00:00Z';
    expect(question({ row: asked, heardAt, letters: [letter(asked.askedAt)] }, '2026-12-02T09:00:00Z')).toBe('none');
  });
});
