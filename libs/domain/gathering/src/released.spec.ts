import { specification } from '@relais/event-sourcing/testing';
import type { AssemblyId, GatheringId, ItemKey, Place, SourceId, When } from '@relais/vocabulary';
import type { Basis, GatheringEvent, Statement } from './events.js';
import { gathering, type GatheringCommand } from './gathering.js';

const { given } = specification(gathering);
const [id, elsewhere] = ['abcdefghjk' as GatheringId, 'elsewhere' as GatheringId];
const assembly = 'lille' as AssemblyId;
const reasons = [{ rule: 'ruling', detail: 'r1' }] as const;
const basis = (source: string): Basis => ({ source: source as SourceId, item: 'item' as ItemKey });
const [own, guest] = [basis('wiki'), basis('facebook')];
const when: When = { kind: 'timed', starts: '2016-07-21T10:00:00Z', zone: 'Europe/Paris' };
const place: Place = { name: 'MRES', city: 'Lille' };
const of = { gathering: id };

const recognised: GatheringEvent = {
  type: 'gathering.recognised',
  data: { ...of, assembly, title: 'Dix', basis: own },
};
const attached = (by: Basis, says: Partial<Statement> = {}, home?: GatheringId): GatheringEvent => ({
  type: 'gathering.announcement-attached',
  data: {
    ...{ ...of, assembly, announcement: by, says: { title: 'Dix', ...says }, score: 1, reasons },
    ...(home ? { by: 'moderator', home } : { by: 'rule' }),
  },
});
const release = (announcement: Basis, summary?: string): GatheringCommand => ({
  ...{ type: 'release', gathering: id, announcement, to: elsewhere },
  ...(summary && { summary }),
});
const released = (announcement: Basis): GatheringEvent => ({
  type: 'gathering.announcement-detached',
  data: { ...of, announcement, reason: 'moderator', to: elsewhere },
});
const unsaid = (by: Basis, ...fields: ('when' | 'place' | 'summary')[]): GatheringEvent => ({
  type: 'gathering.unsaid',
  data: { ...of, fields, basis: by },
});
const relocated = (by: Basis): GatheringEvent => ({ type: 'gathering.relocated', data: { ...of, place, basis: by } });
const described = (by: Basis): GatheringEvent => ({
  type: 'gathering.described',
  data: { ...of, summary: 'a', basis: by },
});
const cancelled = (by: Basis): GatheringEvent => ({ type: 'gathering.cancelled', data: { ...of, basis: by } });

describe('an announcement that a ruling brings', () => {
  it('is attached by the moderator, who remembers where the rules have it', () => {
    given(recognised, attached(own))
      .when({
        ...{ type: 'announce', gathering: id, assembly, announcement: { basis: guest, title: 'Dix' } },
        ...{ score: 1, reasons, home: elsewhere },
      })
      .then(attached(guest, {}, elsewhere));
  });

  it('takes along all that it brought', () => {
    const came = [
      attached(guest, { place, cancelled: true }, elsewhere),
      relocated(guest),
      described(guest),
      cancelled(guest),
    ];
    given(recognised, attached(own), ...came)
      .when(release(guest))
      .then(released(guest), unsaid(guest, 'place', 'summary'), {
        type: 'gathering.confirmed',
        data: { ...of, basis: guest },
      });
  });

  it('leaves to its own what they say by now', () => {
    const revised: GatheringEvent = {
      type: 'gathering.announcement-revised',
      data: { ...of, announcement: own, says: { title: 'Dix', place } },
    };
    given(recognised, attached(own), attached(guest, { when }, elsewhere), relocated(guest), revised)
      .when(release(guest))
      .then(released(guest));
  });
});

describe('an announcement that a ruling takes away', () => {
  const two = [recognised, attached(own, { place }), relocated(own), described(own), attached(guest)];

  it('takes along what it alone says', () => {
    given(...two)
      .when(release(own, 'a'))
      .then(released(own), unsaid(own, 'place', 'summary'));
  });

  it('leaves what it said once and says no more', () => {
    given(...two)
      .when(release(own))
      .then(released(own), unsaid(own, 'place'));
  });

  it('gives it all back when it returns, in its old place', () => {
    given(...two, released(own), unsaid(own, 'place', 'summary'))
      .when({
        ...{ type: 'announce', gathering: id, assembly, score: 1, reasons },
        announcement: { basis: own, title: 'Dix', place, summary: 'a' },
      })
      .then(attached(own, { place }), relocated(own), described(own));
  });

  it('leaves all as it was last known when it is the last', () => {
    given(recognised, attached(own, { place }), relocated(own)).when(release(own, 'a')).then(released(own));
  });

  it('goes once, and only from where it is', () => {
    given(...two, released(own), unsaid(own, 'place', 'summary'))
      .when(release(own))
      .thenNothing();
    given().when(release(own)).thenRefused({ type: 'not-recognised', gathering: id });
  });
});
