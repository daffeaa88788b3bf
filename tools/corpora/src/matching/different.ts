import type { ItemFields } from '@relais/source';
import { addDays } from '@relais/vocabulary';
import { announced, slug, someFact, twoSources, type Announced, type Fact, type World } from './announced.ts';
import type { Chance } from './chance.ts';
import type { Way } from './labelled-pair.ts';
import { quarters } from './occasions.ts';
import { prefixed, suffixed } from './wordings.ts';

type Other = Readonly<{ fact: Fact; said?: Partial<ItemFields>; first?: Partial<ItemFields> }>;

/** Two facts that share much, each announced by a source of its own. */
const way = (weight: number, reason: string, other: (fact: Fact, chance: Chance, world: World) => Other): Way => ({
  ...{ weight, reason },
  pair: (chance, world) => {
    const fact = someFact(chance, world);
    const [here, there] = twoSources(chance);
    const second = other(fact, chance, world);
    return [announced(fact, here, chance, second.first), announced(second.fact, there, chance, second.said)];
  },
});
const anotherOccasion = (fact: Fact, chance: Chance, { occasions }: World): Fact => {
  const occasion = chance.among(occasions.filter((one) => one !== fact.occasion));
  return { ...fact, occasion, title: occasion[fact.language] };
};
const later = (fact: Fact, days: number): Fact => ({ ...fact, date: addDays(fact.date, days) });
const anotherVenue = (fact: Fact, chance: Chance): Fact => ({
  ...fact,
  venue: chance.among(fact.town.venues.filter((venue) => venue !== fact.venue)),
});
const clock = (time: string, hours: number): string => {
  const [hour = '0', minutes = '00'] = time.split(':');
  return `${String((Number(hour) + hours) % 24).padStart(2, '0')}:${minutes}`;
};
const sameAssembly = ([one, other]: readonly [Announced, Announced]): [Announced, Announced] => [
  one,
  { ...other, assembly: one.assembly },
];

/** One thing in two towns, read by the assembly of one of them: a network's day, a house of a common name. */
const inTwoTowns = (
  weight: number,
  reason: string,
  said: (fact: Fact, chance: Chance) => Partial<ItemFields>,
): Way => ({
  ...{ weight, reason },
  pair: (chance, world) => {
    const named = (name: string) => world.towns.filter(({ venues }) => venues.some(({ names }) => names[0] === name));
    const shared = world.towns
      .flatMap(({ venues }) => venues.map(({ names }) => names[0]))
      .filter((name) => named(name).length > 1);
    const name = chance.among(shared);
    const [town, otherTown] = chance.two(named(name));
    const venueIn = (place: typeof town) =>
      place.venues.find(({ names }) => names[0] === name) ?? chance.among(place.venues);
    const language = town.languages[0] ?? 'fr';
    const drawn = { ...someFact(chance, { ...world, towns: [town] }), language };
    const fact = { ...drawn, title: drawn.occasion[language], venue: venueIn(town) };
    const far = { ...fact, town: otherTown, venue: venueIn(otherTown) };
    const [here, there] = twoSources(chance);
    return sameAssembly([
      announced(fact, here, chance, said(fact, chance)),
      announced(far, there, chance, said(far, chance)),
    ]);
  },
});
const seriesPage = ({ town, title }: Fact): string => `https://${slug(town.name)}.example/agenda/${slug(title)}`;
const bare = { place: {} };

export const differentWays: readonly Way[] = [
  inTwoTowns(6, 'a house of one name in two towns, address said', () => ({})),
  inTwoTowns(6, 'a house of one name in two towns, name and town said', ({ venue, town }) => ({
    place: { name: venue.names[0], city: town.name },
  })),
  inTwoTowns(4, 'one thing in two towns, the town said in the title only', ({ title, town }) => ({
    title: `${town.name} : ${title}`,
    ...bare,
  })),
  way(10, 'two things in one house at one time', (fact, chance, world) => ({
    fact: anotherOccasion(fact, chance, world),
  })),
  way(5, 'two things in a town at one time, no house said', (fact, chance, world) => ({
    fact: anotherOccasion(fact, chance, world),
    said: bare,
    first: bare,
  })),
  way(5, 'two things on one day, no hour said', (fact, chance, world) => {
    const when = { kind: 'all-day', from: fact.date, until: fact.date } as const;
    return { fact: anotherOccasion(fact, chance, world), said: { when }, first: { when } };
  }),
  way(3, 'two workshops in one house at one time', (fact, chance) => {
    const [one, other] = chance.two([
      'bois',
      'cuisine',
      'radio',
      'théâtre',
      'vélo',
      'couture',
      'mosaïque',
      'écriture',
      'chorale',
    ]);
    return { fact: { ...fact, title: `Atelier ${other}` }, first: { title: `Atelier ${one}` } };
  }),
  way(8, 'next week, the same series', (fact) => ({ fact: later(fact, 7) })),
  way(5, 'next week, with one page for the series', (fact) => ({
    fact: later(fact, 7),
    said: { link: seriesPage(fact) },
    first: { link: seriesPage(fact) },
  })),
  way(5, 'next month, the same series', (fact, chance) => ({ fact: later(fact, chance.among([28, 35])) })),
  way(3, 'the day after', (fact) => ({ fact: later(fact, 1) })),
  way(4, 'the next number, at the same hour', (fact, chance) => {
    const number = chance.whole(1, 30);
    return { fact: { ...fact, title: `${fact.title} ${number + 1}` }, first: { title: `${fact.title} ${number}` } };
  }),
  way(3, 'last year', (fact) => ({
    fact: { ...fact, date: addDays(fact.date, 364), title: `${fact.title} ${Number(fact.date.slice(0, 4)) + 1}` },
    first: { title: `${fact.title} ${fact.date.slice(0, 4)}` },
  })),
  way(5, 'one thing in another house of the town', (fact, chance) => ({ fact: anotherVenue(fact, chance) })),
  way(4, 'councils of two quarters, no house said', (fact, chance) => {
    const [one, other] = chance.two(quarters);
    const kind = chance.among(
      {
        fr: ['Conseil de quartier', 'Fête de quartier', 'Réunion publique', 'Vide-grenier'],
        nl: ['Buurtraad', 'Buurtfeest'],
        en: ['Ward council', 'Street party', 'Public meeting'],
      }[fact.language],
    );
    return { fact: { ...fact, title: `${kind} ${other}` }, said: bare, first: { title: `${kind} ${one}`, ...bare } };
  }),
  way(4, 'two showings on one day', (fact, chance) => ({
    fact: { ...fact, time: clock(fact.time, chance.among([2, 3])) },
  })),
  way(4, 'a part of a festival', (fact, chance, world) => {
    const festival = { fr: 'Festival des possibles', nl: 'Festival van het mogelijke', en: 'Festival of the possible' }[
      fact.language
    ];
    const when = { kind: 'all-day', from: fact.date, until: addDays(fact.date, chance.whole(0, 3)) } as const;
    const part = chance.draw() < 0.5 ? anotherOccasion(fact, chance, world) : fact;
    return { fact: { ...part, title: `${festival} : ${part.title}` }, first: { title: festival, when } };
  }),
  way(3, 'two things online at one time', (fact, chance, world) => ({
    fact: anotherOccasion(fact, chance, world),
    said: { place: { name: 'En ligne' } },
    first: { place: { name: 'Online' } },
  })),
  way(4, 'links to what else there is that day', (fact, chance, world) => {
    const link = `https://site.${slug(fact.town.name)}.example/${slug(fact.title)}`;
    const other = anotherVenue(anotherOccasion(fact, chance, world), chance);
    return { fact: { ...other, time: clock(fact.time, 2) }, said: { mentions: [link] }, first: { link } };
  }),
  way(3, 'links to last time', (fact) => {
    const link = `https://site.${slug(fact.town.name)}.example/${fact.date}`;
    return { fact: later(fact, 28), said: { mentions: [link] }, first: { link } };
  }),
  way(2, 'the address of a site for all that it tells', (fact, chance, world) => {
    const link = `https://${slug(fact.town.name)}.example/`;
    return { fact: anotherOccasion(later(fact, chance.whole(1, 20)), chance, world), said: { link }, first: { link } };
  }),
  way(2, 'the same street, another number', (fact, chance) => {
    const street = { city: fact.town.name };
    const { number, street: name } = fact.venue;
    return {
      fact,
      said: { place: { ...street, address: `${number + chance.among([2, 10, 100])} ${name}` } },
      first: { place: { ...street, address: `${number} ${name}` } },
    };
  }),
  way(2, 'its preparation, in the same house before', (fact) => {
    const word = { fr: 'Préparation', nl: 'Voorbereiding', en: 'Preparation' }[fact.language];
    return { fact: { ...fact, time: clock(fact.time, 22), title: `${word} : ${fact.title}` } };
  }),
  way(3, 'two things of one kind, town or house in both titles', (fact, chance, world) => {
    const other = anotherOccasion(fact, chance, world);
    return { fact: { ...other, title: prefixed(other, chance) }, first: { title: suffixed(fact, chance) } };
  }),
];
