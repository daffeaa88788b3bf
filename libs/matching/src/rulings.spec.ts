import type { GatheringEvent } from '@relais/gathering';
import { Hub, type Shown } from './testing/hub.js';
import { at } from './testing/reports.js';

const when = at('2026-12-03T18:00');
const wiki: Shown = { source: 'wiki', item: 'w', title: 'Assemblée ouverte', when, aliases: ['uid-1'] };
const facebook: Shown = { source: 'facebook', item: 'f', title: 'Assemblée ouverte', when, aliases: ['uid-1'] };
const workshop: Shown = { source: 'demosphere', item: 'd', title: 'Atelier vélo', when: at('2026-12-09T18:00') };
const flyer: Shown = { source: 'agenda', item: 'a', title: 'Atelier vélo', when: at('2026-12-09T18:00') };

const announced = (...items: Shown[]): Hub => {
  const hub = new Hub().publish(...items);
  hub.recognise();
  return hub;
};
const then = (hub: Hub): Hub => {
  hub.recognise();
  return hub;
};
const places = (hub: Hub, ...items: Shown[]) => items.map((item) => hub.whereIs(item));
const lastAttached = ({ log }: Hub) =>
  log.flatMap(({ type, data }) => (type === 'gathering.announcement-attached' ? [data] : [])).at(-1);

describe('two announcements that a moderator calls the same', () => {
  it('are in one gathering, with all that the rules attached to either', () => {
    const hub = then(announced(wiki, facebook, workshop, flyer).rule('r', 'same', wiki, workshop));
    expect(new Set(places(hub, wiki, facebook, workshop, flyer)).size).toBe(1);
    expect(lastAttached(hub)).toMatchObject({ by: 'moderator', reasons: [{ rule: 'ruling' }, {}] });
  });

  it('stay so when they are revised, withdrawn, and back, and after a restart', () => {
    const hub = then(announced(wiki, workshop).rule('r', 'same', wiki, workshop));
    const [home] = places(hub, wiki);
    then(hub.revise({ ...workshop, title: 'Tout autre chose', when: at('2027-02-01T10:00') }));
    then(hub.withdraw(workshop).restart());
    expect(places(hub, workshop)).toEqual([undefined]);
    then(hub.revise(workshop).restart());
    expect(places(hub, wiki, workshop)).toEqual([home, home]);
    then(hub.withdraw(wiki, workshop));
    then(hub.restart().revise(workshop));
    expect(places(hub, workshop)).toEqual([home]);
  });

  it('draw along what comes later and speaks of either', () => {
    const hub = then(announced(wiki, workshop).rule('r', 'same', wiki, workshop));
    const [home] = places(hub, wiki);
    then(hub.publish(flyer, facebook));
    expect(places(hub, flyer, facebook)).toEqual([home, home]);
    then(hub.revoke('r'));
    expect(hub.groups().filter((group) => group.length > 0)).toEqual([
      ['wiki w', 'facebook f'],
      ['demosphere d', 'agenda a'],
    ]);
  });

  it('are so under new keys', () => {
    const hub = then(announced(wiki, workshop).rule('r', 'same', wiki, workshop));
    const [home] = places(hub, wiki);
    hub.record({
      type: 'source.item-rekeyed',
      data: { source: 'demosphere', assembly: 'lille', from: 'd', to: 'new' } as never,
    });
    then(hub.revise({ ...workshop, item: 'new', title: 'Autre' }).restart());
    expect(places(hub, workshop)).toEqual([home]);
  });
});

describe('two announcements that a moderator keeps apart', () => {
  it('are never together, though they share an id: the later goes, with a gathering of its own', () => {
    const hub = then(announced(wiki, facebook).rule('r', 'apart', wiki, facebook));
    const [one, other] = places(hub, wiki, facebook);
    expect([one, other, one === other]).toEqual([expect.any(String), expect.any(String), false]);
    then(hub.withdraw(facebook));
    then(hub.restart().revise({ ...facebook, summary: 'b' }));
    expect(places(hub, wiki, facebook)).toEqual([one, other]);
  });

  it('are not even together for a moment when one is heard of only after the ruling', () => {
    const hub = then(announced(wiki).rule('r', 'apart', wiki, facebook).publish(facebook));
    const [one, other] = places(hub, wiki, facebook);
    expect(one).not.toBe(other);
    const ever = hub.log.flatMap(({ type, data }) =>
      type === 'gathering.announcement-attached' ? [data.gathering] : [],
    );
    expect(ever).toEqual([one, other]);
    then(hub.revoke('r'));
    expect(places(hub, facebook)).toEqual([one]);
  });

  it('go back to one when it is revoked, and who joined the one that was sent away goes with it', () => {
    const hub = then(announced(workshop, flyer).rule('r', 'apart', workshop, flyer));
    const joins: Shown = { source: 'site', item: 's', title: 'x', when: at('2026-12-09T18:00'), aliases: ['uid-9'] };
    then(hub.revise({ ...flyer, aliases: ['uid-9'] }).publish(joins));
    expect(places(hub, joins)).toEqual(places(hub, flyer));
    then(hub.revoke('r'));
    expect(new Set(places(hub, workshop, flyer, joins)).size).toBe(1);
  });
});

describe('a ruling that is revoked', () => {
  it.each(['same', 'apart'] as const)('leaves everything as it was (%s)', (verdict) => {
    const place = { name: 'MRES', city: 'Lille' };
    const hub = announced(wiki, { ...facebook, place, summary: 'a', status: 'cancelled' }, workshop, flyer);
    const before = hub.pages();
    const because = (item: Shown) =>
      hub.log.findLast(
        (event): event is typeof event & GatheringEvent =>
          event.type === 'gathering.announcement-attached' && event.data.announcement.item === item.item,
      )?.data;
    const why = because(facebook);
    then(hub.rule('r', verdict, verdict === 'same' ? workshop : wiki, facebook));
    expect(hub.pages()).not.toEqual(before);
    then(hub.restart().revoke('r'));
    expect(hub.pages()).toEqual(before);
    expect(because(facebook)).toEqual(why);
  });
});
