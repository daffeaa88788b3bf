import { specification } from '@relais/event-sourcing/testing';
import type { AssemblyId, ItemKey, SourceId } from '@relais/vocabulary';
import type { SourceEvent } from './events.js';
import type { FailureReason, Refusal } from './item.js';
import { presentKey } from './known-source.js';
import type { Report, ReportedItem } from './report.js';
import { source } from './source.js';

const { given } = specification(source);
const of = { source: 'wiki' as SourceId, assembly: 'lille' as AssemblyId };
const key = (item: string): ItemKey => item as ItemKey;
const shown = (item: string, hash = 'same'): ReportedItem => ({
  item: key(item),
  fields: { kind: 'gathering', title: hash },
  hash,
});
const report = (items: readonly ReportedItem[], more: Partial<Report> = {}): Report => ({
  type: 'report',
  ...{ ...of, items },
  ...more,
});
const renamed = (...names: [to: string, from: string][]): Partial<Report> => ({
  renamed: new Map(names.map(([to, from]) => [key(to), key(from)])),
});
const firstRead: SourceEvent = { type: 'source.first-read', data: { ...of, items: 1 } };
const published = (item: string, hash?: string): SourceEvent => ({
  type: 'source.item-published',
  data: { ...of, ...shown(item, hash) },
});
const revised = (item: string, hash?: string): SourceEvent => ({
  type: 'source.item-revised',
  data: { ...of, ...shown(item, hash) },
});
const withdrawn = (item: string, reason: 'tombstone' | 'vanished' = 'vanished'): SourceEvent => ({
  type: 'source.item-withdrawn',
  data: { ...of, item: key(item), reason },
});
const rekeyed = (from: string, to: string): SourceEvent => ({
  type: 'source.item-rekeyed',
  data: { ...of, from: key(from), to: key(to) },
});
const known = [firstRead, published('a')];
const moved = [...known, rekeyed('a', 'A')];

describe('an item under a new key', () => {
  it('is the same: its key changes, and what it says where that changed too', () => {
    given(...known)
      .when(report([shown('A')], renamed(['A', 'a'])))
      .then(rekeyed('a', 'A'));
    given(...known)
      .when(report([shown('A', 'other')], renamed(['A', 'a'])))
      .then(rekeyed('a', 'A'), revised('A', 'other'));
  });

  it('is left alone from then on', () => {
    given(...moved)
      .when(report([shown('A')], renamed(['A', 'a'])))
      .thenNothing();
  });

  it('goes by its former one too, so that a source of two minds records nothing', () => {
    given(...moved)
      .when(report([shown('a')]))
      .thenNothing();
    given(...moved)
      .when(report([shown('a', 'other')]))
      .then(revised('A', 'other'));
    given(...moved, rekeyed('A', 'α'))
      .when(report([shown('a')]))
      .thenNothing();
    given(...moved)
      .when(report([], { withdrawn: [key('a')] }))
      .then(withdrawn('A', 'tombstone'));
  });

  it('is another after all where both are shown: the old one has its key back', () => {
    given(...moved)
      .when(report([shown('A'), shown('a')]))
      .then(rekeyed('A', 'a'), published('A'));
    given(...moved, rekeyed('A', 'a'), published('A'))
      .when(report([shown('A'), shown('a')]))
      .thenNothing();
    given(...moved)
      .when(report([shown('a', 'other'), shown('A')]))
      .then(rekeyed('A', 'a'), revised('a', 'other'), published('A'));
    given(...moved, rekeyed('A', 'a'), published('A'))
      .when(report([shown('A')]))
      .thenNothing();
  });

  it('is new where the old one is shown still, is withdrawn, or was never there', () => {
    given(...known)
      .when(report([shown('a'), shown('A')], renamed(['A', 'a'])))
      .then(published('A'));
    given(...known, withdrawn('a'))
      .when(report([shown('A')], renamed(['A', 'a'])))
      .then(published('A'));
    given(firstRead)
      .when(report([shown('A')], renamed(['A', 'a'])))
      .then(published('A'));
  });

  it('is one of two at most', () => {
    given(...known)
      .when(report([shown('A'), shown('B')], renamed(['A', 'a'], ['B', 'a'])))
      .then(rekeyed('a', 'A'), published('B'));
  });

  it('is not what was known under that key before', () => {
    given(...known, published('A'))
      .when(report([shown('A')], renamed(['A', 'a'])))
      .thenNothing();
  });

  it('is known by the key that it goes by today', () => {
    const state = [...moved, rekeyed('A', 'α')].reduce(source.evolve, source.initial);
    expect(['a', 'A', 'α', 'b'].map((item) => presentKey(state, key(item)))).toEqual(['α', 'α', 'α', 'b']);
    expect([...state.items.keys()]).toEqual(['α']);
    const back = source.evolve(state, rekeyed('α', 'a'));
    expect(['a', 'A', 'α'].map((item) => presentKey(back, key(item)))).toEqual(['a', 'a', 'a']);
  });
});

describe('an item that vanished', () => {
  const vanished = { vanished: [key('a')] };

  it('is withdrawn, once', () => {
    given(...known)
      .when(report([], vanished))
      .then(withdrawn('a'));
    given(...known, withdrawn('a'))
      .when(report([], vanished))
      .thenNothing();
  });

  it('is there where it is shown, also under another key', () => {
    given(...known)
      .when(report([shown('a')], vanished))
      .thenNothing();
    given(...known)
      .when(report([shown('A')], { ...renamed(['A', 'a']), ...vanished }))
      .then(rekeyed('a', 'A'));
  });

  it('is revised when it comes back', () => {
    given(...known, withdrawn('a'))
      .when(report([shown('a')]))
      .then(revised('a'));
  });
});

describe('a source that is not there', () => {
  const reason: FailureReason = { code: 'http-status', detail: 'HTTP 410' };
  const lastRead = '2026-11-25T09:00:00Z';
  const fail = { type: 'fail' as const, ...of, reason, lastRead };
  const failed: SourceEvent = { type: 'source.failed', data: { ...of, reason, lastRead } };
  const gone: SourceEvent = { type: 'source.gone', data: { ...of, reason, lastRead } };
  const recovered: SourceEvent = { type: 'source.recovered', data: of };

  it('says when it was last read', () => {
    given(...known)
      .when(fail)
      .then(failed);
  });

  it('is gone once, after it failed', () => {
    given(...known, failed)
      .when({ ...fail, gone: true })
      .then(gone);
    given(...known, failed, gone)
      .when({ ...fail, gone: true })
      .thenNothing();
    given(...known, failed, gone)
      .when(fail)
      .thenNothing();
  });

  it('recovers, and can be gone again', () => {
    given(...known, failed, gone)
      .when(report([shown('a')]))
      .then(recovered);
    given(...known, failed, gone, recovered)
      .when({ ...fail, gone: true })
      .then(gone);
  });

  it('has moved once to one address', () => {
    const to = 'https://exemple.test/feed';
    const move = { type: 'move' as const, ...of, to };
    const at = (address: string): SourceEvent => ({ type: 'source.moved', data: { ...of, to: address } });
    given(...known)
      .when(move)
      .then(at(to));
    given(...known, at(to))
      .when(move)
      .thenNothing();
    given(...known, at(to), at('https://exemple.test/other'))
      .when(move)
      .then(at(to));
  });
});

describe('what a source cannot be understood in', () => {
  const refusals = (count: number): Refusal[] =>
    Array.from({ length: count }, (_, number) => ({ where: `line ${number}`, what: 'no such day' }));
  const refusing = (count: number, hash: string): Partial<Report> => ({ refused: { all: refusals(count), hash } });
  const refused = (count: number, hash?: string): SourceEvent => ({
    type: 'source.items-refused',
    data: { ...of, refused: count, first: refusals(count).slice(0, 20), ...(hash && { hash }) },
  });

  it('is recorded when it changes', () => {
    given(...known)
      .when(report([], refusing(2, 'x')))
      .then(refused(2, 'x'));
    given(...known, refused(2, 'x'))
      .when(report([], refusing(2, 'x')))
      .thenNothing();
    given(...known, refused(2, 'x'))
      .when(report([], refusing(2, 'y')))
      .then(refused(2, 'y'));
  });

  it('is recorded with its first twenty only', () => {
    given(...known)
      .when(report([], refusing(21, 'x')))
      .then(refused(21, 'x'));
  });

  it('is over when all can be read', () => {
    given(...known, refused(2, 'x'))
      .when(report([], refusing(0, 'none')))
      .then(refused(0));
    given(...known, refused(2, 'x'), refused(0))
      .when(report([], refusing(0, 'none')))
      .thenNothing();
    given(...known)
      .when(report([], refusing(0, 'none')))
      .thenNothing();
  });

  it('stays as it was where nothing was read', () => {
    given(...known, refused(2, 'x'))
      .when(report([]))
      .thenNothing();
  });
});

describe('a source that has nothing new', () => {
  const silence = { days: 40, usual: 30 };
  const silent: SourceEvent = { type: 'source.fell-silent', data: { ...of, ...silence } };

  it('falls silent once', () => {
    given(...known)
      .when(report([], { silence }))
      .then(silent);
    given(...known, silent)
      .when(report([], { silence: { days: 41, usual: 30 } }))
      .thenNothing();
  });

  it('is not silent where it shows something new, though perhaps under another key of what it showed', () => {
    given(...known)
      .when(report([shown('b')], { silence }))
      .then(published('b'));
    given(...known)
      .when(report([shown('A')], { silence, ...renamed(['A', 'a']) }))
      .then(rekeyed('a', 'A'), silent);
  });

  it.each([published('b'), revised('a', 'other')])('is silent until its next item', (news) => {
    given(...known, silent, news)
      .when(report([], { silence }))
      .then(silent);
  });
});
