import type { AssemblyId, GatheringId, Place, SourceId, When } from '@relais/vocabulary';
import type { KnownGathering } from './known-gathering.js';
import { matched } from './ladder.js';
import { Venues } from './venues.js';

const zone = 'Europe/Paris';
const at = (starts: string): When => ({ kind: 'timed', starts: `${starts}Z`, zone });
const day = (from: string, until = from): When => ({ kind: 'all-day', from, until });
const noon = at('2016-07-21T10:00:00');
const polder: Place = { name: 'Le Polder', address: '250 rue Roger Salengro', city: 'Hellemmes' };
const title = "Construire dans l'action l'assemblée des communs 10";

type Said = Partial<Omit<KnownGathering, 'gathering' | 'sources' | 'assembly'>> & {
  source?: string;
  assembly?: string;
};
const described = ({ source, assembly = 'lille', ...said }: Said) => ({
  ...{ title, urls: [], aliases: [], mentions: [], ...said },
  assembly: assembly as AssemblyId,
});
/** Score and rule of an item against a gathering that Démosphère announced. */
const compared = (item: Said, known: Said = {}) => {
  const { score, reasons = [] } =
    matched(
      { ...described(item), source: (item.source ?? 'facebook') as SourceId },
      {
        ...described(known),
        gathering: 'g' as GatheringId,
        sources: new Set([(known.source ?? 'demosphere') as SourceId]),
      },
    ) ?? {};
  return score === undefined ? undefined : { score, rule: reasons[0]?.rule, detail: reasons[0]?.detail };
};
const rule = (item: Said, known: Said = {}) => compared(item, known)?.rule;

describe('an item is the gathering', () => {
  it('by an alias, whatever else differs', () => {
    const alias = 'e137401560017602@facebook.com';
    const other = { title: 'Autre chose', when: day('2020-01-01'), place: { city: 'Brest' }, assembly: 'brest' };
    expect(compared({ aliases: ['x', alias], ...other }, { aliases: [alias], when: noon, place: polder })).toEqual({
      score: 1,
      rule: 'alias',
      detail: alias,
    });
  });

  it('by its address, in any assembly, when the days agree or one has none', () => {
    const urls = ['lille.demosphere.net/rv/4480'];
    expect(compared({ urls, title: 'Autre titre', assembly: 'brest' }, { urls, when: noon })).toEqual({
      score: 0.98,
      rule: 'link',
      detail: urls[0],
    });
    expect(rule({ urls, when: day('2016-07-20', '2016-07-22') }, { urls, when: noon })).toBe('link');
  });

  it('by a link from either to the other', () => {
    const [here, there] = [['facebook.com/events/137401560017602'], ['lille.demosphere.net/rv/4480']];
    expect(rule({ urls: here, mentions: there }, { urls: there })).toBe('mention');
    expect(rule({ urls: here }, { urls: there, mentions: here })).toBe('mention');
    expect(rule({ urls: here, mentions: there, when: noon }, { urls: there, when: day('2016-07-21') })).toBe('mention');
  });

  it('by a link even in another language, at the same time', () => {
    const urls = ['vecam.org/2014-2021/Assemblee-Europeenne-des-Communs-J-8.html'];
    const dutch = { mentions: urls, title: 'Eerste European Commons Assembly', when: at('2016-11-15T15:00:00') };
    const french = { urls, title: 'Assemblée Européenne des Communs : J-8', when: at('2016-11-15T15:00:00') };
    expect(rule(dutch, french)).toBe('mention');
    expect(rule({ ...dutch, when: at('2016-11-15T18:00:00') }, french)).toBe('mention');
    expect(rule({ ...dutch, title: 'Grote avond', when: at('2016-11-15T18:00:00') }, french)).toBeUndefined();
    expect(rule({ ...dutch, place: { city: 'Gent' } }, { ...french, place: { city: 'Bruxelles' } })).toBeUndefined();
  });

  it('by time, place and a title that is alike', () => {
    const like = compared(
      { when: noon, place: polder, title: 'Assemblée des communs 10' },
      { when: noon, place: polder },
    );
    expect(like?.rule).toBe('time-and-place');
    expect(like?.detail).toBe('same time, same place, titles 66 % alike');
    expect(like?.score).toBeCloseTo(0.847, 3);
    expect(compared({ when: noon, place: polder }, { when: noon, place: polder })?.score).toBe(0.95);
  });

  it('by time and title where a place is not known', () => {
    expect(rule({ when: noon }, { when: noon, place: polder })).toBe('time-and-place');
    expect(rule({ when: noon, title: 'Assemblée des communs 10' }, { when: noon })).toBe('time-and-place');
    expect(rule({ when: noon, title: 'Communs 10' }, { when: noon })).toBeUndefined();
  });

  it('by its surest reason only', () => {
    const [urls, aliases] = [['exemple.test/a'], ['uid']];
    const all = { urls, mentions: urls, when: noon, place: polder };
    expect(rule({ ...all, aliases }, { ...all, aliases })).toBe('alias');
    expect(rule(all, all)).toBe('link');
  });
});

describe('a quarter of an hour', () => {
  it.each([
    ['2016-07-21T10:15:00', 'time-and-place'],
    ['2016-07-21T09:45:00', 'time-and-place'],
    ['2016-07-21T10:15:01', undefined],
    ['2016-07-21T09:44:59', undefined],
    ['2016-07-21T12:00:00', undefined],
  ])('is as far apart as two times may be: %s', (starts, expected) => {
    expect(rule({ when: at(starts) }, { when: noon, place: polder })).toBe(expected);
  });

  it('counts over midnight and between zones', () => {
    const late = { when: at('2016-07-21T21:55:00'), place: polder };
    const early: When = { kind: 'timed', starts: '2016-07-21T22:05:00Z', zone: 'America/Montreal' };
    expect(rule({ when: early, place: polder }, late)).toBe('time-and-place');
  });
});

describe('the doors', () => {
  it('may open three quarters of an hour before it begins, in one house', () => {
    const early = { when: at('2016-07-21T09:15:00'), place: polder };
    expect(compared(early, { when: noon, place: polder })?.detail).toBe(
      '45 minutes apart, same place, titles 100 % alike',
    );
    expect(rule(early, { when: noon })).toBeUndefined();
    expect(rule({ ...early, when: at('2016-07-21T09:14:59') }, { when: noon, place: polder })).toBeUndefined();
    expect(rule({ ...early, title: 'Assemblée des communs 10' }, { when: noon, place: polder })).toBeUndefined();
  });
});

describe('a whole day', () => {
  it('agrees with a time on its first day, if the titles are more alike', () => {
    expect(rule({ when: day('2016-07-21'), place: polder }, { when: noon, place: polder })).toBe('time-and-place');
    expect(
      rule({ when: day('2016-07-21'), place: polder, title: 'Communs 10' }, { when: noon, place: polder }),
    ).toBeUndefined();
    expect(rule({ when: noon }, { when: day('2016-07-21', '2016-07-23') })).toBe('time-and-place');
    expect(rule({ when: noon }, { when: day('2016-07-20', '2016-07-23') })).toBeUndefined();
  });

  it('is that of the place, not of UTC', () => {
    const past = at('2016-07-20T22:30:00');
    expect(rule({ when: day('2016-07-21') }, { when: past })).toBe('time-and-place');
    expect(rule({ when: day('2016-07-20') }, { when: past })).toBeUndefined();
  });
});

describe('an item of one house is the gathering', () => {
  const spoken = (one: string, other: string) =>
    rule({ title: one, when: noon, place: polder }, { title: other, when: noon, place: polder });

  it.each([
    ['Fête de quartier', 'Fête de quartier – entrée libre, apportez un plat'],
    ['Vergadering van de commons', 'Assemblée des communs'],
    ['ANNULÉ – Atelier vélo', '🚲 ATELIER VÉLO !!!'],
    ['Hellemmes : atelier vélo', 'Atelier vélo @ Le Polder'],
    ['Jeudi 21 juillet | 12h | Atelier vélo', 'Atelir vélo'],
  ])('whether %s or %s', (one, other) => {
    expect(spoken(one, other)).toBe('time-and-place');
    expect(spoken(other, one)).toBe('time-and-place');
  });

  it.each([
    ['Atelier vélo', 'Atelier couture'],
    ['Conférence sur le logement', 'Permanence Logement pour toutes'],
    ['Conseil de quartier Wazemmes', 'Conseil de quartier Moulins'],
  ])('but not when it is %s, and that %s', (one, other) => {
    expect(spoken(one, other)).toBeUndefined();
    expect(spoken(other, one)).toBeUndefined();
  });

  it('by a name that the deployment knows the house by', () => {
    const houses = new Venues([{ city: 'Lille', names: ['La Fabrique', 'Halle Descamps'] }]);
    const [one, other] = ['Halle Descamps', 'La Fabrique'].map((name) => ({
      ...{ ...described({}), when: noon, place: { name, city: 'Lille' }, source: 'facebook' as SourceId },
    }));
    const known = { ...other, gathering: 'g' as GatheringId, sources: new Set(['demosphere' as SourceId]) };
    expect(one && matched(one, known as KnownGathering, houses)?.reasons[0]?.rule).toBe('time-and-place');
    expect(one && matched(one, known as KnownGathering)).toBeUndefined();
  });
});

describe('a festival', () => {
  it('is not the hour of one of its parts', () => {
    const festival = { title: 'Festival des possibles', when: day('2016-07-21', '2016-07-23'), place: polder };
    expect(
      rule({ ...festival, title: 'Festival des possibles : atelier compost', when: noon }, festival),
    ).toBeUndefined();
  });
});

describe('an item is another gathering', () => {
  it('when only the venue is the same', () => {
    const atPolder = { place: { name: 'Le Polder' } };
    expect(rule(atPolder, atPolder)).toBeUndefined();
    expect(rule({ ...atPolder, title: 'Atelier vélo', when: noon }, { ...atPolder, when: noon })).toBeUndefined();
    expect(rule({ ...atPolder, when: at('2016-07-28T10:00:00') }, { ...atPolder, when: noon })).toBeUndefined();
  });

  it('when only the title is, or only the time', () => {
    expect(rule({}, {})).toBeUndefined();
    expect(rule({ title: 'Fête de la musique', when: noon }, { when: noon })).toBeUndefined();
  });

  it('when its number is another, at the same time and place', () => {
    const eleven = { when: noon, place: polder, title: title.replace('10', '11') };
    expect(rule(eleven, { when: noon, place: polder })).toBeUndefined();
    expect(
      rule({ ...eleven, mentions: ['a.test/x'], when: day('2016-08-18') }, { urls: ['a.test/x'], when: noon }),
    ).toBeUndefined();
  });

  it('when the venue is known to be another', () => {
    expect(
      rule({ when: noon, place: { name: 'MRES', city: 'Hellemmes' } }, { when: noon, place: polder }),
    ).toBeUndefined();
  });

  it('in another city, unless address or position agree', () => {
    const [lille, rennes] = [
      { name: 'Maison des associations', city: 'Lille' },
      { name: 'Maison des associations', city: 'Rennes' },
    ];
    expect(rule({ when: noon, place: rennes }, { when: noon, place: lille })).toBeUndefined();
    expect(rule({ when: noon, place: { ...polder, city: 'Lille' } }, { when: noon, place: polder })).toBe(
      'time-and-place',
    );
    const position = { latitude: 50.6292, longitude: 3.0573 };
    expect(
      rule({ when: noon, place: { ...rennes, ...position } }, { when: noon, place: { ...lille, ...position } }),
    ).toBe('time-and-place');
  });

  it('of another assembly, if time and title are all they share', () => {
    expect(rule({ when: noon, assembly: 'brest' }, { when: noon })).toBeUndefined();
  });

  it('that links to it, of another hour and house', () => {
    const known = { urls: ['a.test/x'], title: 'Assemblée des communs', when: noon, place: polder };
    const drinks = { mentions: known.urls, title: 'Apéro des communs', when: at('2016-07-21T16:00:00') };
    expect(rule({ ...drinks, place: { name: 'MRES', city: 'Hellemmes' } }, known)).toBeUndefined();
    expect(rule({ ...drinks, title: known.title, place: { name: 'MRES', city: 'Hellemmes' } }, known)).toBe('mention');
    const longer = { ...drinks, title: 'Assemblée des communs et repas partagé au jardin' };
    expect(rule({ ...longer, place: { name: 'MRES', city: 'Hellemmes' } }, known)).toBeUndefined();
  });

  it('of the same source on the same evening', () => {
    const item = { when: noon, place: polder, source: 'demosphere' };
    expect(rule(item, { when: noon, place: polder })).toBeUndefined();
  });

  it('when an address stands for a whole series, or for a whole site', () => {
    const urls = ['lille.encommuns.org'];
    expect(rule({ urls, when: noon }, { urls, when: at('2016-08-18T10:00:00') })).toBeUndefined();
    const [one, other] = [
      { urls, when: noon, source: 'site' },
      { urls, when: at('2016-07-21T16:00:00'), source: 'site' },
    ];
    expect(rule(one, other)).toBeUndefined();
    expect(rule({ ...one, title: 'Atelier vélo' }, one)).toBeUndefined();
    expect(rule({ urls, source: 'site' }, one)).toBeUndefined();
    expect(rule(one, one)).toBe('link');
  });

  it('when it links to what else there is, or was', () => {
    const known = { urls: ['a.test/fete'], title: 'Fête de la musique', when: at('2016-07-21T18:00:00') };
    expect(rule({ mentions: known.urls, when: noon }, known)).toBeUndefined();
    expect(rule({ mentions: known.urls, when: at('2016-07-22T10:00:00'), title: known.title }, known)).toBeUndefined();
    expect(rule({ ...known, urls: [], mentions: known.urls, source: 'demosphere' }, known)).toBeUndefined();
  });
});
