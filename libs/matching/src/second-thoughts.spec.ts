import { Recognition } from './recognition.js';
import { SecondThoughts } from './second-thoughts.js';
import { domainAliases, Hub, sha256, type Shown } from './testing/hub.js';
import { announcedMeetings, at, otherMeetings } from './testing/reports.js';
import type { Venue } from './venues.js';

const changesIn = (hub: Hub, venues: readonly Venue[] = [], aliases = domainAliases) => {
  const thoughts = new SecondThoughts(new Recognition({ aliases, hash: sha256, venues }));
  for (const event of hub.log) thoughts.evolve(event);
  return thoughts.changes();
};
const when = at('2026-12-03T18:00');
const title = 'Assemblée ouverte';
const one: Shown = { source: 'wiki', item: 'w', title, when, place: { name: 'Halle Descamps', city: 'Lille' } };
const other: Shown = { source: 'facebook', item: 'f', title, when, place: { name: 'La Fabrique', city: 'Lille' } };
const venues = [{ city: 'Lille', names: ['La Fabrique', 'Halle Descamps'] }];

describe('second thoughts', () => {
  it('are none by the same rules, whatever happened since', () => {
    const hub = new Hub().publish(...announcedMeetings, ...otherMeetings, one);
    hub.recognise();
    hub.withdraw(...announcedMeetings.slice(0, 2)).publish(other);
    hub.recognise();
    hub.rule('r', 'same', one, other).revise({ ...one, title: 'Autre' });
    hub.recognise();
    expect(changesIn(hub)).toEqual([]);
  });

  it('say who would join whom, and why', () => {
    const hub = new Hub().publish(one, other);
    hub.recognise();
    const [from, to] = [hub.whereIs(other), hub.whereIs(one)];
    expect(changesIn(hub, venues)).toMatchObject([
      {
        announcement: { source: 'facebook', item: 'f' },
        change: 'joins',
        from,
        to,
        reasons: [{ rule: 'time-and-place' }],
      },
    ]);
  });

  it('say who would part, and leave what moderators ruled', () => {
    const hub = new Hub(venues).publish(one, other);
    hub.recognise();
    const [change, ...more] = changesIn(hub);
    expect([change?.change, change?.to, more]).toEqual(['parts', undefined, []]);
    hub.rule('r', 'same', one, other);
    hub.recognise();
    expect(changesIn(hub)).toEqual([]);
  });
});
