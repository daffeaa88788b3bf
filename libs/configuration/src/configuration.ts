import { isTimeZone } from '@relais/vocabulary';
import { z } from 'zod';
import { degrees, keysOf, listOf, slug, text, webUrl, whole } from './fields.js';
import { list } from './lists.js';
import { rhythm } from './rhythm.js';
import { themes } from './themes.js';
import { venues } from './venues.js';

/** How announcements come in that nobody fetches. */
export const waysIn = ['webhook', 'form', 'mail'] as const;
export type WayIn = (typeof waysIn)[number];
/** What is left of the 64 characters before the `@`, beside `annonces+` and a signature. */
const longestMailId = 38;

const source = keysOf({
  id: slug('an id'),
  title: text,
  platform: slug('a platform'),
  url: webUrl.optional(),
  site: webUrl.optional(),
  /** Nobody but whoever reads this file is to know its `url`; where it is left out, that is so if the address looks it. */
  private: z.boolean('expected true or false').optional(),
  enabled: z.boolean('expected true or false').default(true),
  sample: text.optional(),
  every: whole(15, 10_080, 'expected whole minutes from 15 to 10080').default(60),
  receives: listOf(z.enum(waysIn, `expected one of ${waysIn.join(', ')}`), 'ways').default([]),
  links: whole(1, 999, 'expected a whole number from 1 to 999').default(1),
})
  .refine(
    ({ url, sample, receives }) => url !== undefined || sample !== undefined || receives.length > 0,
    'expected a url, a sample, or what it receives',
  )
  .refine(
    ({ id, receives }) => !receives.includes('mail') || id.length <= longestMailId,
    `expected an id of at most ${longestMailId} characters, since it stands in a mail address`,
  );

/** Paths of pages that an assembly's slug must leave free. */
const taken = [
  'agenda',
  'abonnement',
  'admin',
  'annoncer',
  'api',
  'journal',
  'lettres',
  'rencontres',
  'sources',
  'healthz',
  'readyz',
  'metrics',
  'webhooks',
];

const country = 'expected a country of two capitals, such as FR';
const assembly = keysOf({
  id: slug('an id').refine((id) => !taken.includes(id), 'expected an id that is not the path of a page'),
  name: text,
  city: text,
  country: z.string(country).regex(/^[A-Z]{2}$/, country),
  zone: z.string('expected a time zone').refine(isTimeZone, 'expected an IANA time zone, such as Europe/Paris'),
  website: webUrl.optional(),
  latitude: degrees(90).optional(),
  longitude: degrees(180).optional(),
  sources: listOf(source, 'sources').default([]),
  lists: listOf(list, 'lists').default([]),
  rhythms: listOf(rhythm, 'rhythms').default([]),
});

const host = z
  .string('expected a host name')
  .regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, 'expected a host name in small letters, such as wiki.example.org');

const admin = keysOf({ id: slug('an id'), address: z.email('expected an e-mail address').max(254) });

/** What `relais.yaml` may say. */
export const configurationSchema = keysOf({
  demonstration: z.boolean('expected true or false').default(false),
  assemblies: listOf(assembly, 'assemblies').min(1, 'expected at least one assembly'),
  domainAliases: listOf(keysOf({ old: host, new: host }), 'aliases').default([]),
  admins: listOf(admin, 'admins').default([]),
  venues: venues.default([]),
  themes: themes.default([]),
}).superRefine((value, context) => {
  const seen = new Set<string>();
  const once = (id: string, path: (string | number)[]): void => {
    if (seen.has(id)) context.addIssue({ code: 'custom', path, message: 'expected an id of its own', input: id });
    seen.add(id);
  };
  value.admins.forEach(({ id }, index) => once(`admin ${id}`, ['admins', index, 'id']));
  value.assemblies.forEach(({ id, sources, lists, rhythms }, index) => {
    once(id, ['assemblies', index, 'id']);
    sources.forEach((one, at) => once(one.id, ['assemblies', index, 'sources', at, 'id']));
    lists.forEach((one, at) => once(one.id, ['assemblies', index, 'lists', at, 'id']));
    rhythms.forEach((one, at) => once(one.id, ['assemblies', index, 'rhythms', at, 'id']));
  });
});

/** The assemblies, sources and lists of an installation, checked. */
export type Configuration = z.output<typeof configurationSchema>;
export type ConfiguredSource = Configuration['assemblies'][number]['sources'][number];
