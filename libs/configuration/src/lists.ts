import { languages } from '@relais/vocabulary';
import { z } from 'zod';
import { keysOf, slug, text, whole } from './fields.js';

const said = z.boolean('expected true or false');

/** A list of our own: people subscribe here, and each has their letter. */
const info = keysOf({
  kind: z.literal('info').optional().default('info'),
  id: slug('an id'),
  name: text,
  digest: keysOf({
    day: whole(1, 28, 'expected a day that every month has (1 to 28)'),
    hour: whole(0, 23, 'expected an hour from 0 to 23'),
  }).default({ day: 1, hour: 9 }),
  /** Somebody has to approve each issue before it leaves. */
  approval: said.default(false),
});

/** How often an external list has a copy. */
export const copyCadences = ['month', 'week'] as const;

/** A list of somebody else's (Sympa, Mailman, Framalistes): it has one copy of what our subscribers have, once they have it. */
const external = keysOf({
  kind: z.literal('external'),
  id: slug('an id'),
  name: text,
  /** Where one posts to it; stands in no log. */
  address: z.email('expected an e-mail address').max(254),
  /** Who posts; `MAIL_FROM` where it is left out. */
  from: z
    .string('expected an address, such as relais@example.org')
    .regex(/^[^\r\n]*@[^\r\n]+$/, 'expected an address, such as relais@example.org')
    .optional(),
  /** An address of ours is subscribed to it, and tells how its letters arrive. */
  canary: said.default(false),
  language: z.enum(languages, `expected one of ${languages.join(', ')}`).default('fr'),
  cadence: z.enum(copyCadences, `expected one of ${copyCadences.join(', ')}`).default('month'),
});

export const list = z.discriminatedUnion('kind', [info, external], {
  error: ({ code }) => (code === 'invalid_union' ? 'expected info or external' : 'expected a list'),
});

export type ConfiguredList = z.output<typeof list>;
export type ExternalList = Extract<ConfiguredList, { kind: 'external' }>;
