import { Hub, type Shown } from './testing/hub.js';
import { announcedMeetings, otherMeetings } from './testing/reports.js';

const wanted = [
  ['communecter 10', 'demosphere 10', 'facebook 10'],
  ['communecter 11', 'demosphere 11', 'facebook 11'],
  ['communecter 12', 'demosphere 12', 'facebook 12'],
  ['communecter 14', 'facebook 14'],
  ...otherMeetings.map(({ source, item }) => [`${source} ${item}`]),
];
const recognised = (items: readonly Shown[], hub = new Hub()): string[][] => {
  hub.publish(...items).recognise();
  return hub.groups().map((group) => group.sort());
};
const sorted = (groups: string[][]): string[] => groups.map((group) => group.join(', ')).sort();
/** Another order that is the same every time. */
const shuffled = (items: readonly Shown[], seed: number): Shown[] =>
  items
    .map((item, place) => ({ item, rank: ((place + 1) * 7919 * seed) % 104_729 }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);

describe('the meetings of Lille', () => {
  it('10, 11, 12 and 14 are one gathering each, with three, three, three and two announcements', () => {
    const groups = recognised(announcedMeetings);
    expect(groups.map(({ length }) => length)).toEqual([3, 3, 3, 2]);
    expect(sorted(groups)).toEqual(sorted(wanted.slice(0, 4)));
  });

  it('are not mixed up with the rest of the series, dated or not', () => {
    expect(sorted(recognised([...otherMeetings, ...announcedMeetings]))).toEqual(sorted(wanted));
  });

  it.each([2, 3, 5, 8, 13])('come out the same in whatever order they are heard (%i)', (seed) => {
    const items = shuffled([...announcedMeetings, ...otherMeetings], seed);
    expect(items).not.toEqual([...announcedMeetings, ...otherMeetings]);
    expect(sorted(recognised(items))).toEqual(sorted(wanted));
  });

  it('come out the same when each document is taken in before the next is read', () => {
    const hub = new Hub();
    for (const item of [...announcedMeetings, ...otherMeetings]) hub.publish(item).recognise();
    expect(sorted(hub.groups().map((group) => group.sort()))).toEqual(sorted(wanted));
  });

  it('say why each announcement was taken for its gathering', () => {
    const hub = new Hub();
    hub.publish(...announcedMeetings).recognise();
    const why = hub.log.flatMap(({ type, data }) =>
      type === 'gathering.announcement-attached' ? data.reasons.map(({ rule }) => rule) : [],
    );
    expect(why.filter((rule) => rule === 'first')).toHaveLength(4);
    expect(why.filter((rule) => rule === 'time-and-place')).toHaveLength(7);
  });
});
