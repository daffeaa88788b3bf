import type { HubEvent } from '@relais/catalogue';
import type { GatheringCommand } from '@relais/gathering';
import { Hub, type Shown } from './testing/hub.js';
import { at, day } from './testing/reports.js';

const place = { name: 'Le Polder', address: '250 rue Roger Salengro', city: 'Hellemmes' };
const meeting = { title: "Construire dans l'action l'assemblée des communs 10", when: at('2016-07-21T10:00'), place };
const facebook: Shown = {
  source: 'facebook',
  item: 'f10',
  link: 'https://www.facebook.com/events/137401560017602/',
  ...meeting,
};
const demosphere: Shown = { source: 'demosphere', item: 'd10', link: 'http://lille.demosphere.eu/rv/4480', ...meeting };
const workshop: Shown = { source: 'wiki', item: 'w1', title: 'Atelier vélo', when: at('2016-09-01T16:00') };
const told = (command: GatheringCommand): string => {
  const { source, item } = command.type === 'announce' ? command.announcement.basis : command.announcement;
  return `${command.type} ${source} ${item}`;
};
const announced = (...items: Shown[]): Hub => {
  const hub = new Hub().publish(...items);
  hub.recognise();
  return hub;
};
const last = (hub: Hub, count: number): string[] => hub.story().slice(-count);
const ids = (hub: Hub): Set<string> =>
  new Set(hub.log.flatMap(({ data }) => ('gathering' in data ? [data.gathering] : [])));

describe('an item that speaks of a gathering', () => {
  it('makes it known, or joins it', () => {
    const hub = announced(facebook, demosphere, workshop);
    expect(hub.groups()).toEqual([['facebook f10', 'demosphere d10'], ['wiki w1']]);
    expect(hub.recognise()).toEqual([]);
  });

  it('joins it in a house that the deployment knows by another name', () => {
    const [one, other] = ['Halle Descamps', 'La Fabrique'].map((name) => ({
      ...meeting,
      place: { name, city: 'Lille' },
    }));
    const heard = (hub: Hub): number => {
      hub.publish({ ...facebook, ...one }, { ...demosphere, ...other }).recognise();
      return hub.groups().length;
    };
    expect(heard(new Hub())).toBe(2);
    expect(heard(new Hub([{ city: 'Lille', names: ['La Fabrique', 'Halle Descamps'] }]))).toBe(1);
  });

  it('is heard in the order of the log', () => {
    const hub = new Hub().publish(workshop, facebook, demosphere);
    expect(hub.recognise().map(told)).toEqual(['announce wiki w1', 'announce facebook f10', 'announce demosphere d10']);
  });

  it('is no news item', () => {
    const hub = announced({ ...workshop, kind: 'news' });
    expect([hub.story(), hub.recognise()]).toEqual([[], []]);
  });

  it('stays with its gathering when it is revised, wherever it moves', () => {
    const hub = announced(facebook, demosphere);
    hub.revise({ ...facebook, when: at('2016-09-29T16:00'), title: 'Tout autre chose' }).recognise();
    expect(hub.groups()).toEqual([['facebook f10', 'demosphere d10']]);
    expect(last(hub, 3)).toEqual(['announcement-revised', 'retitled', 'rescheduled']);
  });

  it('says nothing when it is revised in what a gathering does not hold', () => {
    const hub = announced(facebook);
    expect(hub.revise({ ...facebook, themes: ['communs'] }).recognise()).toEqual([]);
  });

  it('is found under what it moved to, and no longer under what it was', () => {
    const hub = announced(facebook);
    const [then, now] = [at('2016-07-21T10:00'), at('2016-09-29T16:00')];
    hub.revise({ ...facebook, when: now }).recognise();
    hub.publish({ ...demosphere, item: 'now', when: now }, { ...demosphere, item: 'then', when: then }).recognise();
    expect(hub.groups()).toEqual([['facebook f10', 'demosphere now'], ['demosphere then']]);
  });

  it('goes by the id of its item, an address too, but not by a link that stands for many', () => {
    const [uid, link] = ['https://lille.demosphere.net/rv/4480', 'https://lille.encommuns.org/agenda'];
    const one: Shown = { source: 'demosphere', item: uid, aliases: [uid, link], link, ...meeting };
    const other: Shown = { source: 'site', item: 'x', title: 'Rencontre', link: 'http://lille.demosphere.eu/rv/4480' };
    const next: Shown = {
      source: 'demosphere',
      item: 'next',
      aliases: [link],
      link,
      title: 'Suite',
      when: day('2016-08-18'),
    };
    expect(announced(one, other, next).groups()).toEqual([[`demosphere ${uid}`, 'site x'], ['demosphere next']]);
  });
});

describe('an item that is withdrawn', () => {
  it('leaves its gathering to the others', () => {
    const hub = announced(facebook, demosphere);
    expect(hub.withdraw(facebook).recognise().map(told)).toEqual(['withdraw facebook f10']);
    expect(hub.groups()).toEqual([['demosphere d10']]);
    expect(hub.recognise()).toEqual([]);
  });

  it('comes back to the gathering it spoke of, under the same address, even if nothing else is left there', () => {
    for (const items of [[facebook], [facebook, demosphere]]) {
      const hub = announced(...items);
      hub.withdraw(facebook).recognise();
      hub.revise({ ...facebook, when: at('2016-09-29T16:00') }).recognise();
      expect(hub.groups().map((group) => group.sort())).toEqual([
        items.map(({ source, item }) => `${source} ${item}`).sort(),
      ]);
      expect(ids(hub).size).toBe(1);
    }
  });

  it('leaves a gathering that another announcement of that evening may take up', () => {
    const hub = announced(facebook);
    hub.withdraw(facebook).recognise();
    hub.publish(demosphere, { ...facebook, item: 'new' }).recognise();
    expect(hub.groups()).toEqual([['demosphere d10', 'facebook new']]);
  });

  it('takes its address with it', () => {
    const hub = announced(facebook, demosphere);
    hub.withdraw(facebook).recognise();
    const other: Shown = { source: 'site', item: 'x', title: 'Autre chose' };
    hub
      .publish({ ...other, link: facebook.link ?? '' }, { ...other, item: 'y', link: demosphere.link ?? '' })
      .recognise();
    expect(hub.groups()).toEqual([['demosphere d10', 'site y'], ['site x']]);
  });

  it('takes with it, revised, the address that it had', () => {
    const hub = announced(facebook);
    hub.revise({ ...facebook, link: 'https://www.facebook.com/events/999999999/' }).recognise();
    hub.publish({ source: 'site', item: 'x', title: 'Autre', link: facebook.link ?? '' }).recognise();
    expect(hub.groups()).toEqual([['facebook f10'], ['site x']]);
  });

  it('was never said when it comes and goes before anybody listens', () => {
    const hub = new Hub().publish(facebook).withdraw(facebook);
    expect([hub.recognise(), hub.story()]).toEqual([[], []]);
  });

  it('is one that turned into news, until it turns back', () => {
    const hub = announced(facebook, demosphere);
    hub.revise({ ...facebook, kind: 'news' }).recognise();
    expect(hub.groups()).toEqual([['demosphere d10']]);
    hub.withdraw(facebook);
    expect(hub.recognise()).toEqual([]);
    hub.revise(facebook).recognise();
    expect(hub.groups()).toEqual([['demosphere d10', 'facebook f10']]);
  });

  it('by a moderator stays away until its source says something new', () => {
    const hub = announced(facebook);
    const gathering = [...ids(hub)][0];
    const detached = { gathering, announcement: { source: 'facebook', item: 'f10' }, reason: 'moderator' };
    hub.record({ type: 'gathering.announcement-detached', data: detached } as HubEvent);
    expect(hub.recognise()).toEqual([]);
    hub.publish({ source: 'site', item: 'x', title: 'Autre', link: facebook.link ?? '' }).recognise();
    expect(hub.groups()).toEqual([[], ['site x']]);
  });
});
