import type { KnownItem, KnownSource, ReportedItem } from '@relais/source';
import { source } from '@relais/source';
import type { ItemKey, When } from '@relais/vocabulary';
import { expectingAfter, stillToCome, type Expecting } from './expecting.js';

const now = Date.parse('2026-11-25T12:00:00Z');
const at = (days: number): When => ({
  kind: 'timed',
  starts: new Date(now + days * 86_400_000).toISOString(),
  zone: 'Europe/Paris',
});
/** Items of one letter, each so many days from now; upper case is no gathering. */
const days: Readonly<Record<string, number>> = { p: -2, a: 1, b: 2, c: 3, d: 4, e: 5, N: 3 };
const item = (name: string): ReportedItem => ({
  item: name as ItemKey,
  fields: { kind: /[A-Z]/.test(name) ? 'news' : 'gathering', title: name, when: at(days[name] ?? NaN) },
  hash: name,
});
const knowing = (names: string, withdrawn = ''): KnownSource => ({
  ...source.initial,
  items: new Map(
    [...names].map((name): [ItemKey, KnownItem] => {
      const { item: key, fields, hash } = item(name);
      return [key, { fields, hash: withdrawn.includes(name) ? null : hash }];
    }),
  ),
});
type Reading = Readonly<{ shows: string; known?: string; format?: string; whole?: boolean; renamed?: string }>;

/** What vanished at each of these readings, one after the other. */
const vanishing = (...readings: readonly Reading[]): string[] => {
  let before: Expecting | undefined;
  return readings.map(({ shows, known = 'pabcdeN', format = 'icalendar', whole = true, renamed = '' }) => {
    const shown = { format, whole, items: [...shows].map(item), before: [...renamed] as ItemKey[] };
    const { vanished, expecting } = expectingAfter(before, shown, knowing(known), now);
    before = expecting;
    return vanished.join('');
  });
};
const feed = (shows: string): Reading => ({ shows, format: 'xml-feed' });

describe('a calendar that no longer shows an item to come', () => {
  it('has lost it when it is missing twice', () => {
    expect(vanishing({ shows: 'pabcdeN' }, { shows: 'pacdeN' }, { shows: 'pacdeN' })).toEqual(['', '', 'b']);
  });

  it('has lost nothing that came back, was renamed, is over, is no gathering, or was withdrawn', () => {
    expect(vanishing({ shows: 'acde' }, { shows: 'abcde' }, { shows: 'acde' })).toEqual(['', '', '']);
    expect(vanishing({ shows: 'acde', renamed: 'b' }, { shows: 'acde', renamed: 'b' })).toEqual(['', '']);
    expect(vanishing({ shows: 'abcde' }, { shows: 'abcde' })).toEqual(['', '']);
    const once = { format: 'icalendar', whole: true, items: [item('a'), item('c')], before: [] };
    const { expecting } = expectingAfter(undefined, once, knowing('abc', 'b'), now);
    expect(expecting.missing).toEqual([]);
  });

  it('has lost nothing that came to its source by itself, of which no calendar need know', () => {
    const state = knowing('abc');
    const [key] = [...'b'] as ItemKey[];
    const known = key && state.items.get(key);
    if (key && known) state.items.set(key, { ...known, pushed: true });
    const shown = { format: 'icalendar', whole: true, items: [item('a'), item('c')], before: [] };
    expect(expectingAfter(undefined, shown, state, now).expecting.missing).toEqual([]);
    expect(expectingAfter({ missing: ['b' as ItemKey] }, shown, state, now).vanished).toEqual([]);
  });

  it('has lost its last one where it shows fewer than it did, and not where that may have made room for another', () => {
    expect(vanishing({ shows: 'abcde' }, { shows: 'abcd' }, { shows: 'abcd' })).toEqual(['', '', 'e']);
    expect(vanishing({ shows: 'bcde', known: 'bcde' }, { shows: 'abcd' }, { shows: 'abcd' })).toEqual(['', '', '']);
  });

  it('tells nothing where not all of it could be read, or it is empty, and begins to count anew', () => {
    const [full, less] = [{ shows: 'abcde' }, { shows: 'acde' }];
    expect(vanishing(full, less, { ...less, whole: false }, less, less)).toEqual(['', '', '', '', 'b']);
    expect(vanishing(full, less, { shows: '' }, less, less)).toEqual(['', '', '', '', 'b']);
    expect(vanishing(full, { shows: '' }, { shows: '' }, { shows: '' })).toEqual(['', '', '', '']);
  });
});

describe('a feed that no longer shows an item to come', () => {
  it('has lost it where it still shows what came after it', () => {
    expect(vanishing(feed('edcba'), feed('edba'), feed('edba'))).toEqual(['', '', 'c']);
    expect(vanishing(feed('edcba'), feed('Nedba'), feed('Nedba'))).toEqual(['', '', 'c']);
  });

  it('is a window: what stood at its end has left it', () => {
    expect(vanishing(feed('edcba'), feed('Nedcb'), feed('Nedcb'))).toEqual(['', '', '']);
    expect(vanishing(feed('edcba'), feed('edc'), feed('edc'))).toEqual(['', '', '']);
    expect(vanishing(feed('edcba'), feed('aedc'), feed('aedc'))).toEqual(['', '', '']);
  });

  it('tells nothing of what it did not show the last time', () => {
    expect(vanishing(feed('ea'), feed('ea'), feed('ea'))).toEqual(['', '', '']);
  });
});

describe('what is still to come', () => {
  it('is known, not withdrawn, and has not begun', () => {
    const state = knowing('pabN', 'b');
    expect(stillToCome([...'pabNx'] as ItemKey[], state, now)).toEqual(['a']);
  });

  it.each([
    ['2026-11-25', []],
    ['2026-11-26', ['day']],
  ])('begins with its day: %s', (from, expected) => {
    const when: When = { kind: 'all-day', from, until: '2026-12-31' };
    const known: KnownItem = { hash: 'x', fields: { kind: 'gathering', title: 'x', when } };
    const day = 'day' as ItemKey;
    expect(stillToCome([day], { ...source.initial, items: new Map([[day, known]]) }, now)).toEqual(expected);
  });
});
