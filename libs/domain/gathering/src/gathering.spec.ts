import { specification } from '@relais/event-sourcing/testing';
import type { AssemblyId, GatheringId, ItemKey, Place, RhythmId, SourceId, When } from '@relais/vocabulary';
import type { Basis, GatheringEvent, MatchReason, Statement } from './events.js';
import { gathering, type Announcement, type GatheringCommand } from './gathering.js';

const { given } = specification(gathering);
const id = 'abcdefghjk' as GatheringId;
const assembly = 'lille' as AssemblyId;
const reasons: MatchReason[] = [{ rule: 'first', detail: 'nothing was known' }];
const basis = (source: string): Basis => ({ source: source as SourceId, item: 'item' as ItemKey });
const [facebook, demosphere, wiki] = [basis('facebook'), basis('demosphere'), basis('wiki')];
const noon: When = { kind: 'timed', starts: '2016-07-21T10:00:00Z', zone: 'Europe/Paris' };
const evening: When = { ...noon, starts: '2016-07-21T16:00:00Z' };
const polder: Place = { name: 'Le Polder', city: 'Hellemmes' };
const mres: Place = { name: 'MRES', city: 'Lille' };

const announce = (by: Basis, says: Omit<Announcement, 'basis' | 'title'> & { title?: string }): GatheringCommand => ({
  type: 'announce',
  ...{ gathering: id, assembly, score: 1, reasons },
  announcement: { title: 'Communs 10', ...says, basis: by },
});
const withdraw = (announcement: Basis): GatheringCommand => ({ type: 'withdraw', gathering: id, announcement });
type Change = { title: string } | { when: When } | { place: Place } | { summary: string };
const recognised = (by: Basis, says: Partial<Statement & { summary: string }> = {}): GatheringEvent => ({
  type: 'gathering.recognised',
  data: { gathering: id, assembly, title: 'Communs 10', ...says, basis: by },
});
const attached = (by: Basis, says: Partial<Statement> = {}): GatheringEvent => ({
  type: 'gathering.announcement-attached',
  data: {
    ...{ gathering: id, assembly, announcement: by, score: 1, reasons, by: 'rule' },
    says: { title: 'Communs 10', ...says },
  },
});
const revised = (by: Basis, says: Partial<Statement> = {}): GatheringEvent => ({
  type: 'gathering.announcement-revised',
  data: { gathering: id, announcement: by, says: { title: 'Communs 10', ...says } },
});
const detached = (by: Basis): GatheringEvent => ({
  type: 'gathering.announcement-detached',
  data: { gathering: id, announcement: by, reason: 'withdrawn' },
});
const changed = (by: Basis, change: Change): GatheringEvent => {
  const of = { gathering: id, basis: by };
  if ('title' in change) return { type: 'gathering.retitled', data: { ...of, ...change } };
  if ('when' in change) return { type: 'gathering.rescheduled', data: { ...of, ...change } };
  if ('place' in change) return { type: 'gathering.relocated', data: { ...of, ...change } };
  return { type: 'gathering.described', data: { ...of, ...change } };
};
const cancelled = (by: Basis): GatheringEvent => ({ type: 'gathering.cancelled', data: { gathering: id, basis: by } });
const confirmed = (by: Basis): GatheringEvent => ({ type: 'gathering.confirmed', data: { gathering: id, basis: by } });
const off = { cancelled: true } as const;

describe('a gathering', () => {
  it('is recognised by its first announcement', () => {
    given().when(announce(facebook, {})).then(recognised(facebook), attached(facebook));
  });

  it('remembers which expected day an announcement spoke of when it was attached', () => {
    const occurrence = { rhythm: 'lille-assemblees' as RhythmId, date: '2016-07-21' };
    const expected = { ...announce(wiki, { when: noon }), occurrence } as GatheringCommand;
    const event = attached(wiki, { when: noon });
    const remembered = { ...event, data: { ...event.data, occurrence } } as GatheringEvent;
    given()
      .when(expected)
      .then(recognised(wiki, { when: noon }), remembered);
    given(recognised(wiki, { when: noon }), attached(wiki, { when: noon }))
      .when(expected)
      .thenNothing();
  });

  it('takes all that its first announcement says', () => {
    const says = { when: noon, place: polder };
    const more = { link: 'https://exemple.test/10', published: '2016-06-30T12:15:43Z' };
    given()
      .when(announce(facebook, { ...says, ...more, summary: '<p>Venez</p>' }))
      .then(recognised(facebook, { ...says, summary: '<p>Venez</p>' }), attached(facebook, { ...says, ...more }));
  });

  it('is recognised even when it is called off already', () => {
    given().when(announce(facebook, off)).then(recognised(facebook), attached(facebook, off), cancelled(facebook));
  });

  it('is left alone when an announcement is shown unchanged', () => {
    given(recognised(facebook, { when: noon }), attached(facebook, { when: noon }))
      .when(announce(facebook, { when: { zone: 'Europe/Paris', starts: noon.starts, kind: 'timed' } }))
      .thenNothing();
  });

  it('gets another announcement, which fills what was missing and changes nothing else', () => {
    given(recognised(facebook, { when: noon }), attached(facebook, { when: noon }))
      .when(announce(demosphere, { title: 'Dixième', when: evening, place: polder, summary: '<p>Dix</p>' }))
      .then(
        attached(demosphere, { title: 'Dixième', when: evening, place: polder }),
        changed(demosphere, { place: polder }),
        changed(demosphere, { summary: '<p>Dix</p>' }),
      );
  });

  it('follows the announcement that gave a field', () => {
    const before = { when: noon, place: polder };
    const now = { title: 'Communs dix', when: evening, place: mres };
    given(recognised(facebook, { ...before, summary: 'a' }), attached(facebook, before))
      .when(announce(facebook, { ...now, summary: 'b' }))
      .then(
        revised(facebook, now),
        changed(facebook, { title: 'Communs dix' }),
        changed(facebook, { when: evening }),
        changed(facebook, { place: mres }),
        changed(facebook, { summary: 'b' }),
      );
  });

  it('keeps what it knows when another announcement says otherwise', () => {
    const says = { when: noon };
    given(recognised(facebook, says), attached(facebook, says), attached(demosphere, says))
      .when(announce(demosphere, { when: evening }))
      .then(revised(demosphere, { when: evening }));
  });

  it('keeps a place that it has of a later announcement when an older one gives another', () => {
    given(
      recognised(facebook),
      attached(facebook),
      attached(demosphere, { place: polder }),
      changed(demosphere, { place: polder }),
    )
      .when(announce(facebook, { place: mres }))
      .then(revised(facebook, { place: mres }));
  });

  it('keeps a time that is no longer said by anybody', () => {
    given(recognised(facebook, { when: noon }), attached(facebook, { when: noon }))
      .when(announce(facebook, {}))
      .then(revised(facebook));
  });

  it('goes on from where its own history left it', () => {
    const history = [
      ...[recognised(facebook), attached(facebook), revised(facebook, { title: 'Dix', when: evening, place: mres })],
      ...[changed(facebook, { title: 'Dix' }), changed(facebook, { when: evening })],
      ...[changed(facebook, { place: mres }), changed(facebook, { summary: 'b' })],
    ];
    given(...history)
      .when(announce(facebook, { title: 'Dix', when: evening, place: mres, summary: 'b' }))
      .thenNothing();
  });

  it('cannot have anything happen to it before it is recognised', () => {
    given().when(withdraw(facebook)).thenRefused({ type: 'not-recognised', gathering: id });
    expect(() => given(attached(facebook)).when(withdraw(facebook))).toThrow('before it was recognised');
  });
});

describe('a gathering that is called off', () => {
  const announced = [recognised(facebook), attached(facebook), attached(demosphere)];

  it('is cancelled by one announcement, once', () => {
    given(...announced)
      .when(announce(demosphere, off))
      .then(revised(demosphere, off), cancelled(demosphere));
    given(...announced, revised(demosphere, off), cancelled(demosphere))
      .when(announce(facebook, off))
      .then(revised(facebook, off));
    given(...announced, revised(demosphere, off), cancelled(demosphere))
      .when(announce(demosphere, off))
      .thenNothing();
  });

  it('is confirmed by the announcement that called it off, and by no other', () => {
    const history = [...announced, revised(demosphere, off), cancelled(demosphere)];
    given(...history)
      .when(announce(demosphere, {}))
      .then(revised(demosphere), confirmed(demosphere));
    given(...history)
      .when(announce(facebook, {}))
      .thenNothing();
    given(...history, revised(demosphere), confirmed(demosphere))
      .when(announce(demosphere, {}))
      .thenNothing();
  });

  it('stays so until the last announcement takes it back', () => {
    const both = [...announced, revised(demosphere, off), cancelled(demosphere), revised(facebook, off)];
    given(...both)
      .when(announce(demosphere, {}))
      .then(revised(demosphere));
    given(...both, revised(demosphere))
      .when(announce(facebook, {}))
      .then(revised(facebook), confirmed(facebook));
  });

  it('stays so when that announcement is withdrawn, until it comes back', () => {
    const history = [...announced, revised(demosphere, off), cancelled(demosphere)];
    given(...history)
      .when(withdraw(demosphere))
      .then(detached(demosphere));
    given(...history, detached(demosphere))
      .when(announce(demosphere, {}))
      .then(attached(demosphere), confirmed(demosphere));
  });
});

describe('an announcement that is withdrawn', () => {
  const says = { when: noon, place: polder };
  const alone = [recognised(facebook, { ...says, summary: 'a' }), attached(facebook, says)];

  it('is detached, once', () => {
    given(...alone)
      .when(withdraw(facebook))
      .then(detached(facebook));
    given(...alone, detached(facebook))
      .when(withdraw(facebook))
      .thenNothing();
    given(...alone)
      .when(withdraw(demosphere))
      .thenNothing();
  });

  it('leaves the gathering as it was last known when nobody else speaks of it', () => {
    given(...alone, detached(facebook))
      .when(announce(facebook, { ...says, summary: 'a' }))
      .then(attached(facebook, says));
  });

  it('leaves the word to the oldest that is left', () => {
    const [moved, later] = [
      { title: 'Dix', when: evening, place: mres },
      { when: { ...evening, ends: '2016-07-21T18:00:00Z' } },
    ];
    given(...alone, attached(demosphere, moved), attached(wiki, later))
      .when(withdraw(facebook))
      .then(
        detached(facebook),
        changed(demosphere, { title: 'Dix' }),
        changed(demosphere, { when: evening }),
        changed(demosphere, { place: mres }),
      );
  });

  it('leaves each field to one that says it', () => {
    given(...alone, attached(demosphere), attached(wiki, { place: mres }))
      .when(withdraw(facebook))
      .then(detached(facebook), changed(wiki, { place: mres }));
  });

  it('no longer holds what another then says', () => {
    given(...alone, attached(demosphere, says), detached(facebook))
      .when(announce(demosphere, { ...says, when: evening, summary: 'b' }))
      .then(
        revised(demosphere, { ...says, when: evening }),
        changed(demosphere, { when: evening }),
        changed(demosphere, { summary: 'b' }),
      );
  });

  it('changes nothing when another gave the word', () => {
    given(...alone, attached(demosphere, { when: evening }))
      .when(withdraw(demosphere))
      .then(detached(demosphere));
  });
});
