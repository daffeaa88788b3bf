import { isTimeZone } from '@relais/vocabulary';
import { z } from 'zod';

const slug = (what: string) =>
  z.string(`expected ${what}`).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, `expected ${what}: small letters, digits and single hyphens`);
const webUrl = z
  .string('expected a URL')
  .refine((text) => ['http:', 'https:'].includes(URL.parse(text)?.protocol ?? ''), 'expected an http or https URL');
const text = z.string('expected a text').trim().min(1, 'expected a text');
const coordinate = (limit: number) => z.number('expected degrees').min(-limit).max(limit);

const source = z.strictObject({
  id: slug('an id'),
  title: text,
  platform: slug('a platform'),
  url: webUrl,
  site: webUrl.optional(),
  enabled: z.boolean('expected true or false').default(true),
  sample: text.optional(),
  every: z.int('expected minutes').min(15, 'expected at least 15 minutes').max(10_080).default(60),
});

const list = z.strictObject({
  id: slug('an id'),
  name: text,
  digest: z
    .strictObject({
      day: z.int('expected a day of the month').min(1).max(28, 'expected a day that every month has (1 to 28)'),
      hour: z.int('expected an hour').min(0).max(23),
    })
    .default({ day: 1, hour: 9 }),
});

/** Paths of pages that an assembly's slug must leave free. */
const taken = ['agenda', 'abonnement', 'admin', 'api', 'lettres', 'rencontres', 'sources', 'healthz', 'readyz', 'metrics'];

const assembly = z.strictObject({
  id: slug('an id').refine((id) => !taken.includes(id), 'expected an id that is not the path of a page'),
  name: text,
  city: text,
  country: z.string().regex(/^[A-Z]{2}$/, 'expected a country of two capitals, such as FR'),
  zone: z.string('expected a time zone').refine(isTimeZone, 'expected an IANA time zone, such as Europe/Paris'),
  website: webUrl.optional(),
  latitude: coordinate(90).optional(),
  longitude: coordinate(180).optional(),
  sources: z.array(source).default([]),
  lists: z.array(list).default([]),
});

const host = z.string('expected a host name').regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, 'expected a host name');

/** What `relais.yaml` may say. */
export const configurationSchema = z
  .strictObject({
    demonstration: z.boolean('expected true or false').default(false),
    assemblies: z.array(assembly, 'expected a list of assemblies').min(1, 'expected at least one assembly'),
    domainAliases: z.array(z.strictObject({ old: host, new: host })).default([]),
  })
  .superRefine((value, context) => {
    const seen = new Set<string>();
    const once = (id: string, path: (string | number)[]): void => {
      if (seen.has(id)) context.addIssue({ code: 'custom', path, message: `expected an id of its own, «${id}» is taken`, input: id });
      seen.add(id);
    };
    value.assemblies.forEach(({ id, sources, lists }, index) => {
      once(id, ['assemblies', index, 'id']);
      sources.forEach((one, at) => once(one.id, ['assemblies', index, 'sources', at, 'id']));
      lists.forEach((one, at) => once(one.id, ['assemblies', index, 'lists', at, 'id']));
    });
  });

/** The assemblies, sources and lists of an installation, checked. */
export type Configuration = z.output<typeof configurationSchema>;
export type ConfiguredSource = Configuration['assemblies'][number]['sources'][number];
