import { memberChanges } from './member-changes.js';

describe('what differs between two rows', () => {
  it('is nothing where only the order of members does', () => {
    expect(memberChanges({ a: 1, b: { c: [1], d: null } }, { b: { d: null, c: [1] }, a: 1 })).toEqual([]);
  });

  it('is told by the path of each member, with what it was and is', () => {
    const before = { title: 'A', when: { starts: '18:00', zone: 'Europe/Paris' }, place: { name: 'MRES' } };
    const after = { title: 'B', when: { starts: '19:00', zone: 'Europe/Paris' }, cancelled: true };
    expect(memberChanges(before, after)).toEqual([
      { path: 'cancelled', after: true },
      { path: 'place', before: { name: 'MRES' } },
      { path: 'title', before: 'A', after: 'B' },
      { path: 'when.starts', before: '18:00', after: '19:00' },
    ]);
  });

  it('is one change where a list begins with one more, or lost one in the middle', () => {
    expect(memberChanges({ said: [1, 2, 3] }, { said: [0, 1, 2, 3] })).toEqual([{ path: 'said[0]', after: 0 }]);
    expect(memberChanges({ said: [1, 2, 3] }, { said: [1, 3] })).toEqual([{ path: 'said[1]', before: 2 }]);
    expect(memberChanges([1, 1], [1])).toEqual([{ path: '[1]', before: 1 }]);
  });

  it('is told within the elements of a list', () => {
    const [before, after] = ['A', 'B'].map((title) => ({ all: [{ id: 1 }, { id: 2, says: { title } }] }));
    expect(memberChanges(before, after)).toEqual([{ path: 'all[1].says.title', before: 'A', after: 'B' }]);
  });

  it('tells null, nothing, an empty list and an empty object apart', () => {
    expect(memberChanges({ a: null }, {})).toEqual([{ path: 'a', before: null }]);
    expect(memberChanges({ a: [] }, { a: {} })).toEqual([{ path: 'a', before: [], after: {} }]);
    expect(memberChanges({ a: '' }, { a: null })).toEqual([{ path: 'a', before: '', after: null }]);
  });

  it('quotes the name of a member that is no word', () => {
    expect(memberChanges({ 'a b': 1 }, { 'a b': 2 })).toEqual([{ path: '["a b"]', before: 1, after: 2 }]);
  });
});
