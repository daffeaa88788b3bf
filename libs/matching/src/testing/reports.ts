import type { Place, When } from '@relais/vocabulary';
import type { Shown } from './hub.js';

/** Days and times in Paris, as sources report them. */
export const at = (starts: string): When => ({ kind: 'timed', starts: `${starts}:00Z`, zone: 'Europe/Paris' });
export const day = (from: string, until = from): When => ({ kind: 'all-day', from, until });

const title = (number: number): string => `Construire dans l'action l'assemblée des communs ${number}`;
type Meeting = Readonly<{ number: number; when: When; place: Place; urls: Record<string, string> }>;

const meetings: readonly Meeting[] = [
  {
    number: 10,
    when: at('2016-07-21T10:00'),
    place: { name: 'Le Polder', address: '250 rue Roger Salengro', city: 'Hellemmes' },
    urls: {
      facebook: 'https://www.facebook.com/events/137401560017602/',
      communecter: 'https://www.communecter.org/#event.detail.id.57750d6f40bb4e861b6afe36',
      demosphere: 'http://lille.demosphere.eu/rv/4480',
    },
  },
  {
    number: 11,
    when: at('2016-08-18T10:00'),
    place: { name: 'Coopérative Baraka', address: '20 rue de Sébastopol', city: 'Roubaix' },
    urls: {
      facebook: 'https://www.facebook.com/events/1783867235175723/#',
      communecter: 'https://www.communecter.org/communecter#event.detail.id.57966eb140bb4efe7026e023',
      demosphere: 'http://lille.demosphere.eu/rv/4482',
    },
  },
  {
    number: 12,
    when: at('2016-10-27T10:00'),
    place: { name: 'Café Citoyen', address: '7 place du Vieux Marché aux Chevaux', postalCode: '59000', city: 'Lille' },
    urls: {
      facebook: 'https://www.facebook.com/events/217952351957786/',
      communecter: 'https://www.communecter.org/#event.detail.id.57f97a4840bb4e1743b0b27b',
      demosphere: 'https://lille.demosphere.eu/rv/4688',
    },
  },
  {
    number: 14,
    when: day('2016-12-12'),
    place: { name: "Maison de l'Ecologie Régionale", address: '30 rue des Meuniers', city: 'Lille' },
    urls: {
      facebook: 'https://www.facebook.com/events/352693531757873/',
      communecter: 'https://www.communecter.org/#event.detail.id.5846745540bb4e6409f1a382',
    },
  },
];

/** The four meetings of Lille that were announced on several platforms, as each of them reports it. */
export const announcedMeetings: readonly Shown[] = meetings.flatMap(({ number, when, place, urls }) =>
  Object.entries(urls).map(([source, link]) => ({
    source,
    item: `${number}`,
    title: title(number),
    when,
    place,
    link,
  })),
);

const dated: Record<number, [When, Place]> = {
  4: [at('2016-01-28T11:30'), { name: 'Mutualab', address: '19 rue Nicolas Leblanc', city: 'Lille' }],
  5: [day('2016-02-25'), { name: 'Mutualab', address: '19 rue Nicolas Leblanc', city: 'Lille' }],
  8: [at('2016-05-26T10:30'), { name: 'MRES', address: '23 rue Gosselet', city: 'Lille' }],
};

/** What only the assembly's own pages tell of the series: undated where no page gives the day. */
export const otherMeetings: readonly Shown[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 15, 16].map((number) => {
  const [when, place] = dated[number] ?? [];
  return { source: 'pages', item: `${number}`, title: title(number), ...(when && { when }), ...(place && { place }) };
});
