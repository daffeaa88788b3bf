import type { ItemFields } from '@relais/source';
import { instantOf, type When } from '@relais/vocabulary';
import {
  announced,
  linkOf,
  plusMinutes,
  slug,
  someFact,
  timed,
  twoSources,
  type Announced,
  type Fact,
} from './announced.ts';
import type { Chance } from './chance.ts';
import type { Way } from './labelled-pair.ts';
import { addressed, calledOff, loud, mistyped, prefixed, subtitled, suffixed } from './wordings.ts';

type Differently = (fact: Fact, chance: Chance, first: Announced) => Partial<ItemFields>;

/** One fact, announced plainly by one source and differently by another. */
const way = (weight: number, reason: string, differently: Differently, first?: Differently): Way => ({
  ...{ weight, reason },
  pair: (chance, world) => {
    const fact = someFact(chance, world);
    const [here, there] = twoSources(chance);
    const plain = announced(fact, here, chance);
    const one = first ? announced(fact, here, chance, first(fact, chance, plain)) : plain;
    return [one, announced(fact, there, chance, differently(fact, chance, one))];
  },
});
const allDay = ({ date }: Fact): When => ({ kind: 'all-day', from: date, until: date });
const ownLinkOf = ({ fields }: Announced): string => fields.link ?? '';
const shifted = (fact: Fact, chance: Chance, minutes: number): When => {
  const when = timed(fact, chance);
  return when.kind === 'timed' ? { kind: 'timed', starts: plusMinutes(when.starts, minutes), zone: when.zone } : when;
};
const retitled = ({ language }: Fact, chance: Chance): string =>
  chance.among(
    {
      fr: ['Grande soirée citoyenne', 'Rendez-vous du mois', 'Venez !'],
      nl: ['Grote avond', 'Afspraak van de maand'],
      en: ['Big night out', 'This month’s date'],
    }[language],
  );
/** Its own page among those that the other's text points to, beside what else texts point to. */
const mentioning = (link: string, { town }: Fact): Pick<ItemFields, 'mentions'> => ({
  mentions: [`https://${slug(town.name)}.example/`, link],
});

/** A gathering in a town of two languages, announced in both. */
const inTwoLanguages = (weight: number, linked: boolean): Way => ({
  ...{ weight, reason: linked ? 'two languages, one links to the other' : 'two languages, no link' },
  pair: (chance, world) => {
    const towns = world.towns.filter(({ languages }) => languages.length > 1);
    const fact = someFact(chance, { ...world, towns });
    const [here, there] = twoSources(chance);
    const language = fact.town.languages.find((one) => one !== fact.language) ?? 'en';
    const one = announced(fact, here, chance);
    const said = { title: fact.occasion[language], ...(linked && mentioning(ownLinkOf(one), fact)) };
    return [one, announced({ ...fact, language }, there, chance, said)];
  },
});

/** A number in a series, as each writes it. */
const numbered: Way = {
  ...{ weight: 4, reason: 'a number of a series, written in another way' },
  pair: (chance, world) => {
    const fact = someFact(chance, world);
    const [here, there] = twoSources(chance);
    const number = chance.whole(2, 40);
    const written = chance.among([`#${number}`, `n°${number}`, `(${number})`, `- ${number}`, `nº ${number}`]);
    return [
      announced(fact, here, chance, { title: `${fact.title} ${number}` }),
      announced(fact, there, chance, { title: chance.draw() < 0.2 ? fact.title : `${fact.title} ${written}` }),
    ];
  },
};

const shortPost: Way = {
  ...{ weight: 3, reason: 'a short post without day or place, linked' },
  pair: (chance, world) => {
    const fact = someFact(chance, world);
    const [here, source] = twoSources(chance);
    const one = announced(fact, here, chance);
    const link = linkOf(source, fact, chance);
    const title = suffixed(fact, chance);
    const fields: ItemFields = { kind: 'gathering', title, link, ...mentioning(ownLinkOf(one), fact) };
    return [one, { source, assembly: one.assembly, fields }];
  },
};

const online: Way = {
  ...{ weight: 4, reason: 'online, said in other words' },
  pair: (chance, world) => {
    const fact = someFact(chance, world);
    const [here, there] = twoSources(chance);
    const [name, otherName] = chance.two([
      'En ligne',
      'Visioconférence',
      'Online',
      'Zoom',
      'https://meet.example/salle',
      'BigBlueButton',
      'Jitsi',
      'en visio',
      'Webinar',
    ]);
    return [
      announced(fact, here, chance, { place: { name } }),
      announced(fact, there, chance, { place: { name: otherName } }),
    ];
  },
};

export const sameWays: readonly Way[] = [
  way(10, 'copied to another platform', () => ({})),
  way(6, 'shouted, or with emoji', ({ title }, chance) => ({ title: loud(title, chance) })),
  way(8, 'town or day before the title', (fact, chance) => ({ title: prefixed(fact, chance) })),
  way(6, 'town, house or hour after the title', (fact, chance) => ({ title: suffixed(fact, chance) })),
  way(6, 'a title that says more', (fact, chance) => ({ title: subtitled(fact, chance) })),
  way(5, 'a typing mistake', ({ title }, chance) => ({ title: mistyped(title, chance) })),
  way(9, 'the address written differently', (fact, chance) => ({ place: addressed(fact, chance) })),
  way(3, 'the address and the title written differently', (fact, chance) => ({
    place: addressed(fact, chance),
    title: prefixed(fact, chance),
  })),
  way(6, 'the house under another name', ({ venue, town }, chance) => ({
    place: { name: chance.among(venue.names), city: town.name },
  })),
  way(
    3,
    'by position',
    ({ venue, town }) => ({
      place: { latitude: venue.latitude + 0.0003, longitude: venue.longitude - 0.0004, city: town.name },
    }),
    ({ venue, town }) => ({
      place: { name: venue.names[0], latitude: venue.latitude, longitude: venue.longitude, city: town.name },
    }),
  ),
  way(4, 'no place said by one', (fact, chance) => ({ place: chance.draw() < 0.5 ? { city: fact.town.name } : {} })),
  inTwoLanguages(4, false),
  inTwoLanguages(3, true),
  way(5, 'a whole day for one, an hour for the other', (fact) => ({ when: allDay(fact) })),
  way(
    2,
    'a whole day for both',
    (fact) => ({ when: allDay(fact) }),
    (fact) => ({ when: allDay(fact) }),
  ),
  way(4, 'another time zone for the same moment', (fact, chance) => {
    const zone = chance.among(['UTC', 'Europe/London', 'Europe/Helsinki', 'Etc/GMT-1', 'America/New_York']);
    return { when: { kind: 'timed', starts: instantOf(`${fact.date}T${fact.time}`, fact.town.zone), zone } };
  }),
  way(2, 'doors for one, start for the other', (fact, chance) => ({ when: shifted(fact, chance, -30) })),
  way(2, 'some minutes apart', (fact, chance) => ({ when: shifted(fact, chance, chance.among([-15, -10, 5, 15])) })),
  way(1, 'moved by two hours, linked', (fact, chance, one) => ({
    when: shifted(fact, chance, 120),
    ...mentioning(ownLinkOf(one), fact),
  })),
  way(1, 'moved by a week, linked', (fact, chance, one) => ({
    when: shifted(fact, chance, 7 * 24 * 60),
    ...mentioning(ownLinkOf(one), fact),
  })),
  way(3, 'another title, linked', (fact, chance, one) => ({
    title: retitled(fact, chance),
    ...mentioning(ownLinkOf(one), fact),
  })),
  shortPost,
  way(4, 'an aggregator that keeps the link', (fact, chance, one) => ({
    title: suffixed(fact, chance),
    link: `${ownLinkOf(one).replace('https:', 'http:')}/?utm_source=agenda&utm_medium=web`,
  })),
  way(
    4,
    'one calendar entry in two calendars',
    (fact, chance) => ({
      title: mistyped(fact.title, chance),
      aliases: [`${slug(fact.title)}-${fact.date}@calendar.example`],
    }),
    ({ title, date }) => ({ aliases: [`${slug(title)}-${date}@calendar.example`] }),
  ),
  way(5, 'called off by one', (fact, chance) => ({ title: calledOff(fact, chance), status: 'cancelled' })),
  online,
  numbered,
  way(1, 'the year in one title', ({ title, date }) => ({ title: `${title} ${date.slice(0, 4)}` })),
  way(
    2,
    'both at once: prefix, mistake, another address',
    (fact, chance) => ({
      title: prefixed({ ...fact, title: mistyped(fact.title, chance) }, chance),
      place: addressed(fact, chance),
    }),
    (fact, chance) => ({ link: linkOf('site', fact, chance), title: loud(fact.title, chance) }),
  ),
];
