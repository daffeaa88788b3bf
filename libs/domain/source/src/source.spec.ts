import { specification } from '@relais/event-sourcing/testing';
import type { AssemblyId, ItemKey, SourceId } from '@relais/vocabulary';
import type { SourceEvent } from './events.js';
import type { FailureReason } from './item.js';
import type { ReportedItem } from './report.js';
import { source, type SourceCommand } from './source.js';

const { given } = specification(source);
const of = { source: 'wiki' as SourceId, assembly: 'lille' as AssemblyId };
const shown = (item: string, hash = `${item}1`): ReportedItem => ({
  item: item as ItemKey,
  fields: { kind: 'news', title: hash },
  hash,
});
const report = (items: ReportedItem[], ...withdrawn: string[]): SourceCommand => ({
  type: 'report',
  ...of,
  items,
  ...(withdrawn.length > 0 && { withdrawn: withdrawn as ItemKey[] }),
});
const firstRead = (items: number): SourceEvent => ({ type: 'source.first-read', data: { ...of, items } });
const published = (item: ReportedItem, backlog = false): SourceEvent => ({
  type: 'source.item-published',
  data: { ...of, ...item, ...(backlog && { backlog: true as const }) },
});
const revised = (item: ReportedItem): SourceEvent => ({ type: 'source.item-revised', data: { ...of, ...item } });
const withdrawn = (item: string): SourceEvent => ({
  type: 'source.item-withdrawn',
  data: { ...of, item: item as ItemKey, reason: 'tombstone' },
});
const reason: FailureReason = { code: 'timeout', detail: 'no answer for 30 s' };
const failed: SourceEvent = { type: 'source.failed', data: { ...of, reason } };
const recovered: SourceEvent = { type: 'source.recovered', data: of };
const fail: SourceCommand = { type: 'fail', ...of, reason };

describe('a source', () => {
  it('shows its backlog when it is read for the first time', () => {
    given()
      .when(report([shown('a'), shown('b')]))
      .then(firstRead(2), published(shown('a'), true), published(shown('b'), true));
    given().when(report([])).then(firstRead(0));
  });

  it('shows news from then on', () => {
    given(firstRead(0))
      .when(report([shown('a')]))
      .then(published(shown('a')));
  });

  it('is left alone when it shows the same', () => {
    given(firstRead(1), published(shown('a'), true))
      .when(report([shown('a')]))
      .thenNothing();
    given(firstRead(0)).when(report([])).thenNothing();
  });

  it('revises an item whose hash changed, and back', () => {
    const [one, other] = [shown('a', 'one'), shown('a', 'other')];
    given(firstRead(1), published(one))
      .when(report([other]))
      .then(revised(other));
    given(firstRead(1), published(one), revised(other))
      .when(report([other]))
      .thenNothing();
    given(firstRead(1), published(one), revised(other))
      .when(report([one]))
      .then(revised(one));
  });

  it('keeps an item that it no longer shows: feeds are windows', () => {
    given(firstRead(1), published(shown('a')))
      .when(report([]))
      .thenNothing();
  });

  it('takes the first of two items of one name', () => {
    given(firstRead(0))
      .when(report([shown('a', 'one'), shown('a', 'two')]))
      .then(published(shown('a', 'one')));
  });

  it('withdraws what it says is deleted, once', () => {
    given(firstRead(1), published(shown('a')))
      .when(report([], 'a'))
      .then(withdrawn('a'));
    given(firstRead(1), published(shown('a')))
      .when(report([], 'a', 'a'))
      .then(withdrawn('a'));
    given(firstRead(1), published(shown('a')), withdrawn('a'))
      .when(report([], 'a'))
      .thenNothing();
  });

  it('withdraws nothing that it never showed, or shows beside', () => {
    given(firstRead(0)).when(report([], 'a')).thenNothing();
    given(firstRead(1), published(shown('a')))
      .when(report([shown('a')], 'a'))
      .thenNothing();
  });

  it('revises an item that comes back, even as it was', () => {
    given(firstRead(1), published(shown('a')), withdrawn('a'))
      .when(report([shown('a')]))
      .then(revised(shown('a')));
  });

  it('fails once, however often it is tried', () => {
    given(firstRead(0)).when(fail).then(failed);
    given(failed).when(fail).thenNothing();
  });

  it('recovers, and fails again', () => {
    given(firstRead(1), published(shown('a')), failed)
      .when(report([shown('a')]))
      .then(recovered);
    given(firstRead(0), failed, recovered).when(fail).then(failed);
  });

  it('has a backlog still when its first attempts failed', () => {
    given(failed)
      .when(report([shown('a')]))
      .then(recovered, firstRead(1), published(shown('a'), true));
  });
});

describe('what came to a source by itself', () => {
  const pushed = (...items: ReportedItem[]): SourceCommand => ({ type: 'report', ...of, items, pushed: true });
  const byItself = <E extends SourceEvent>({ type, data }: E) =>
    ({ type, data: { ...data, pushed: true } }) as SourceEvent;

  it('is news, also before the source was ever read', () => {
    given()
      .when(pushed(shown('a')))
      .then(byItself(published(shown('a'))));
    given(byItself(published(shown('a'))))
      .when(report([shown('b')]))
      .then(firstRead(1), published(shown('b'), true));
  });

  it('says nothing of whether the source can be read', () => {
    given(failed)
      .when(pushed(shown('a')))
      .then(byItself(published(shown('a'))));
  });

  it('revises what came before, and records nothing twice', () => {
    const [one, other] = [shown('a', 'one'), shown('a', 'other')];
    given(published(one)).when(pushed(one)).thenNothing();
    given(published(one))
      .when(pushed(other))
      .then(byItself(revised(other)));
  });
});

describe('folding a source', () => {
  const fold = (events: SourceEvent[]) => events.reduce(source.evolve, source.initial);

  it('leaves nothing behind for the next fold, even in a history without a first reading', () => {
    for (const event of [published(shown('a')), revised(shown('a')), withdrawn('a')]) {
      expect(fold([event]).items.size).toBe(1);
      expect(fold([]).items.size).toBe(0);
      expect(fold([failed, recovered]).items.size).toBe(0);
    }
  });

  it('keeps two folds apart that go on side by side', () => {
    const [one, other] = [fold([firstRead(1)]), fold([firstRead(1)])];
    source.evolve(one, published(shown('a')));
    expect([...source.evolve(other, published(shown('b'))).items.keys()]).toEqual(['b']);
  });

  it('makes one map for 100,000 items', () => {
    const events = Array.from({ length: 100_000 }, (_, number) => published(shown(`item-${number}`)));
    const states = events.reduce(
      (maps, event) => {
        const state = source.evolve(maps.at(-1) ?? source.initial, event);
        return maps.at(-1) === state ? maps : [...maps, state];
      },
      [] as (typeof source.initial)[],
    );
    expect(states.map(({ items }) => items.size)).toEqual([100_000]);
  });
});
