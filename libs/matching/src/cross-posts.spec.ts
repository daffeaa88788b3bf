import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { canonicalUrl } from './canonical-url.js';
import { domainAliases, Hub, type Shown } from './testing/hub.js';
import { announcedMeetings, at, day } from './testing/reports.js';
import { itWithShared, shared } from './testing/shared.js';

type Platforms = {
  crossPosts: { gathering: string; urls: string[] }[];
  domainAliases: { old: string; new: string }[];
};
const platforms = (): Platforms => parse(readFileSync(join(shared, 'lille/platforms.yaml'), 'utf8')) as Platforms;

/** What is known of the groups that are not in {@link announcedMeetings}; each page links to the first. */
const known: Record<string, Partial<Shown> & { titles: string[] }> = {
  'brest 2016-02-15': {
    titles: [
      'Pour une assemblée des communs à Brest',
      'Pour une assemblée des communs à Brest : rencontre le 15 février',
    ],
    assembly: 'brest',
    when: at('2016-02-15T16:30'),
    place: { name: 'La Cantine numérique', city: 'Brest' },
  },
  'rennes 2016-03-30': {
    titles: ['Première assemblée des communs rennais', 'Revue de presse (première assemblée des communs à Rennes)'],
    assembly: 'rennes',
    when: at('2016-03-30T16:00'),
    place: { name: 'Maison des associations', address: '6 cours des Alliés', city: 'Rennes' },
  },
  'european-commons-assembly-2016': {
    titles: ['Eerste European Commons Assembly', 'Assemblée Européenne des Communs'],
    assembly: 'gent',
    when: at('2016-11-15T15:00'),
    place: { name: 'Zinneke', address: 'place Masui 13', city: 'Bruxelles' },
  },
  'marseille national 2021-11-12': {
    titles: [
      'Assemblée des communs : rendez-vous avec nos imaginaires',
      'Assemblée des communs',
      'Assemblée des communs',
    ],
    assembly: 'marseille',
    when: day('2021-11-12', '2021-11-14'),
    place: { city: 'Marseille' },
  },
};

const itemsOf = ({ gathering, urls }: Platforms['crossPosts'][number], mentions: boolean): Shown[] => {
  const meeting = announcedMeetings.filter(({ item }) => gathering === `construire-${item}`);
  const { titles = [], ...said } = known[gathering] ?? { titles: [] };
  return urls.map((link, place) => {
    const own = meeting.find((one) => one.link === link);
    const title = own?.title ?? titles[place] ?? gathering;
    const linked = mentions && place > 0 && urls[0] ? { mentions: [urls[0]] } : {};
    return { ...said, ...own, ...linked, source: new URL(link).hostname, item: link, link, title };
  });
};
const groupsOf = (items: Shown[]): string[] => {
  const hub = new Hub();
  hub.publish(...items).recognise();
  return hub
    .groups()
    .map((group) => group.sort().join(' + '))
    .sort();
};
const wanted = (items: Shown[][]): string[] =>
  items
    .map((group) =>
      group
        .map(({ source, item }) => `${source} ${item}`)
        .sort()
        .join(' + '),
    )
    .sort();

describe('the cross-posts of Lille and its sister cities', () => {
  itWithShared('are one gathering each, and no two of them one (needs ../shared)', () => {
    const items = platforms().crossPosts.map((group) => itemsOf(group, !group.gathering.startsWith('construire')));
    expect(items).toHaveLength(8);
    expect(groupsOf(items.flat())).toEqual(wanted(items));
    expect(groupsOf(items.flat().reverse())).toEqual(wanted(items));
  });

  itWithShared('that say when, where and what alike need no link to one another (needs ../shared)', () => {
    const groups = platforms().crossPosts.filter(({ gathering }) => /construire|brest/.test(gathering));
    const items = groups.map((group) => itemsOf(group, false));
    expect(items).toHaveLength(5);
    expect(groupsOf(items.flat())).toEqual(wanted(items));
  });

  itWithShared('have addresses of their own, each (needs ../shared)', () => {
    const urls = platforms().crossPosts.flatMap((group) => group.urls);
    expect(urls).toHaveLength(20);
    expect(new Set(urls.map((url) => canonicalUrl(url, domainAliases))).size).toBe(20);
  });
});

describe('the domains that changed', () => {
  itWithShared('are one with what they became (needs ../shared)', () => {
    const { domainAliases: aliases } = platforms();
    expect(aliases.length).toBeGreaterThanOrEqual(5);
    for (const { old, new: now } of aliases)
      expect(canonicalUrl(`http://www.${old}/a/`, aliases)).toBe(canonicalUrl(`https://${now}/a`, aliases));
    const pairs = aliases.map(({ old, new: now }) => ({ old, new: now }));
    expect(pairs).toEqual(expect.arrayContaining([...domainAliases]));
  });
});
