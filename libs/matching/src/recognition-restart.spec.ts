import type { GatheringCommand } from '@relais/gathering';
import { Hub, type Shown } from './testing/hub.js';
import { announcedMeetings, at, otherMeetings } from './testing/reports.js';

const one: Shown = { source: 'facebook', item: 'f10', title: 'Communs 10', when: at('2016-07-21T10:00'), summary: 'a' };
const two: Shown = { ...one, source: 'demosphere', item: 'd10' };
const moved: Shown = { ...one, when: at('2016-07-28T10:00') };
const changes = (hub: Hub): Hub[] => [
  hub.publish(...announcedMeetings, ...otherMeetings, one, two),
  hub.revise({ ...one, summary: 'b' }, { ...two, summary: 'c' }, { ...two, themes: ['x'] }),
  hub.withdraw(...announcedMeetings.slice(0, 2)).revise(moved),
  hub.revise(...announcedMeetings.slice(0, 1), { ...two, kind: 'news' }),
];
const next = (hub: Hub): GatheringCommand => {
  const command = hub.recognition.next();
  if (command === undefined) throw new Error('nothing to say');
  return command;
};
const gatheringEvents = ({ log }: Hub) =>
  log.flatMap(({ type, data }) => (type.startsWith('gathering.') ? [{ type, data }] : []));

describe('a recognition that is folded from the log', () => {
  it('has nothing to say when all was said', () => {
    const hub = new Hub();
    for (const changed of changes(hub)) {
      expect(changed.recognise().length + gatheringEvents(hub).length).toBeGreaterThan(0);
      expect(hub.restart().recognise(5)).toEqual([]);
    }
  });

  it('goes on wherever it was stopped, and the log comes out as if it had not been', () => {
    const undisturbed = new Hub();
    changes(undisturbed);
    undisturbed.recognise();
    const stopped = new Hub();
    changes(stopped);
    let rounds = 0;
    while (rounds < 200 && stopped.restart().recognise(1).length > 0) rounds++;
    expect(rounds).toBeLessThan(200);
    expect(gatheringEvents(undisturbed).length).toBeGreaterThan(30);
    expect(gatheringEvents(stopped)).toEqual(gatheringEvents(undisturbed));
  });

  it('asks for what is still to be said, and for nothing else', () => {
    const hub = new Hub().publish(...announcedMeetings);
    const said = hub.recognise(4);
    const rest = hub.restart().recognise();
    expect([...said, ...rest].map((command) => command.type === 'announce' && command.announcement.link)).toEqual(
      announcedMeetings.map(({ link }) => link),
    );
  });

  it('says a command again that was not recorded, unchanged', () => {
    const hub = new Hub().publish(one, two);
    const command = next(hub);
    expect(next(hub)).toEqual(command);
    expect(next(hub.restart())).toEqual(command);
  });
});

/** The source went on while a gathering was being told: its event stands in the log before what the gathering recorded. */
describe.each([
  ['at once', (hub: Hub) => hub],
  ['after a restart', (hub: Hub) => hub.restart()],
])('what a source says meanwhile is heard %s', (_, then) => {
  const during = (hub: Hub, happens: () => void): Hub => {
    const command = next(hub);
    happens();
    hub.tell(command);
    hub.recognition.done(command);
    return then(hub);
  };

  it('when it revises the item', () => {
    const hub = new Hub().publish(one);
    during(hub, () => hub.revise(moved)).recognise();
    expect(hub.story()).toEqual(['recognised', 'announcement-attached', 'announcement-revised', 'rescheduled']);
  });

  it('when it revises its summary only', () => {
    const hub = new Hub().publish(one);
    during(hub, () => hub.revise({ ...one, summary: 'b' })).recognise();
    expect(hub.story()).toEqual(['recognised', 'announcement-attached', 'described']);
  });

  it('when it withdraws the item', () => {
    const hub = new Hub().publish(one);
    during(hub, () => hub.withdraw(one)).recognise();
    expect(hub.groups()).toEqual([[]]);
  });

  it('when it shows the item again that was being withdrawn', () => {
    const hub = new Hub().publish(one);
    hub.recognise();
    during(hub.withdraw(one), () => hub.revise(one)).recognise();
    expect(hub.groups()).toEqual([['facebook f10']]);
    expect(hub.story()).toEqual([
      'recognised',
      'announcement-attached',
      'announcement-detached',
      'announcement-attached',
    ]);
  });

  it('when it shows it again, and was asked in between', () => {
    const hub = new Hub().publish(one);
    hub.recognise();
    const command = next(hub.withdraw(one));
    hub.revise(one);
    expect(hub.recognition.next()).toBeUndefined();
    hub.tell(command);
    then(hub).recognise();
    expect(hub.groups()).toEqual([['facebook f10']]);
  });
});

describe('a gathering that records nothing', () => {
  it('is not told again by the same recognition', () => {
    const hub = new Hub().publish(one, two);
    const command = next(hub);
    hub.recognition.done(command);
    expect(next(hub)).not.toEqual(command);
  });
});

describe('the comparisons', () => {
  it('grow with the items, not with their square', () => {
    const comparisons = (gatherings: number): number => {
      const hub = new Hub();
      const sources = ['a', 'b', 'c', 'd'];
      for (let number = 0; number < gatherings; number++) {
        const starts = new Date(Date.UTC(2016, 0, 1, 18) + Math.floor(number / 5) * 86_400_000)
          .toISOString()
          .slice(0, 16);
        const said = { title: `Rencontre ${number}`, when: at(starts), mentions: ['https://exemple.test/'] };
        hub.publish(
          ...sources.map((source) => ({
            ...said,
            source,
            item: `${number}`,
            link: `https://${source}.test/${number}`,
          })),
        );
      }
      hub.recognise();
      expect(hub.groups()).toHaveLength(gatherings);
      return hub.recognition.comparisons;
    };
    const few = comparisons(500);
    const many = comparisons(5_000);
    expect(few).toBeGreaterThan(1_500);
    expect(many).toBeLessThanOrEqual(few * 10.5);
    expect(many).toBeLessThan(20_000 * 6);
  });
});
