type Hours = readonly [starts: string, ends: string];

/** When an assembly meets: the nth (or the last, -1) weekday of each month, at these hours in turn. */
export type Rhythm = Readonly<{
  id: string;
  title: string;
  platform: 'Meetup' | 'Mobilizon';
  zone: string;
  /** 0 is Sunday. */
  weekday: number;
  nth: number;
  hours: readonly [Hours, ...Hours[]];
  location: string;
  /** Announced on Démosphère too, every so often. */
  crossPosted?: true;
}>;

const paris = 'Europe/Paris';
const evening = ['18:00', '20:00'] as const;

/** Lille's rhythm is its own (the last Thursday, noon and 18:00 in turn); the others are made up for the demonstration. */
export const rhythms: readonly Rhythm[] = [
  {
    id: 'lille',
    title: 'Assemblée des communs de Lille',
    platform: 'Meetup',
    zone: paris,
    weekday: 4,
    nth: -1,
    hours: [['12:00', '14:00'], evening],
    location: 'Lieu d’exemple, Lille',
    crossPosted: true,
  },
  {
    id: 'marseille',
    title: 'Assemblée des communs de Marseille',
    platform: 'Mobilizon',
    zone: paris,
    weekday: 2,
    nth: 2,
    hours: [evening],
    location: 'Lieu d’exemple, Marseille',
  },
  {
    id: 'grenoble',
    title: 'Assemblée des communs de Grenoble',
    platform: 'Mobilizon',
    zone: paris,
    weekday: 3,
    nth: 3,
    hours: [evening],
    location: 'Lieu d’exemple, Grenoble',
  },
  {
    id: 'brest',
    title: 'Assemblée des communs de Brest',
    platform: 'Meetup',
    zone: paris,
    weekday: 1,
    nth: 1,
    hours: [['17:30', '19:30']],
    location: 'Lieu d’exemple, Brest',
  },
  {
    id: 'rennes',
    title: 'Assemblée des communs de Rennes',
    platform: 'Mobilizon',
    zone: paris,
    weekday: 4,
    nth: 2,
    hours: [evening],
    location: 'Lieu d’exemple, Rennes',
  },
  {
    id: 'toulouse',
    title: 'Assemblée des communs de Toulouse',
    platform: 'Mobilizon',
    zone: paris,
    weekday: 4,
    nth: 3,
    hours: [['12:00', '14:00']],
    location: 'Lieu d’exemple, Toulouse',
  },
  {
    id: 'gent',
    title: 'Commons Gent',
    platform: 'Meetup',
    zone: 'Europe/Brussels',
    weekday: 5,
    nth: 1,
    hours: [['12:00', '14:00']],
    location: 'Lieu d’exemple, Gent',
  },
];
