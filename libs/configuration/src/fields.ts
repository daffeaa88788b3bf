import { z } from 'zod';

/** What settings of `relais.yaml` are made of, each with what it expects in words. */
export const slug = (what: string) =>
  z
    .string(`expected ${what}`)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, `expected ${what}: small letters, digits and single hyphens`);
export const webUrl = z
  .string('expected a URL')
  .refine((text) => ['http:', 'https:'].includes(URL.parse(text)?.protocol ?? ''), 'expected an http or https URL');
export const text = z.string('expected a text').trim().min(1, 'expected a text');
export const whole = (from: number, to: number, what: string) => z.int(what).min(from, what).max(to, what);
export const degrees = (limit: number) => {
  const what = `expected degrees from -${limit} to ${limit}`;
  return z.number(what).min(-limit, what).max(limit, what);
};
export const keysOf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, `expected the keys ${Object.keys(shape).join(', ')}`);
export const listOf = <Item extends z.core.SomeType>(item: Item, what: string) =>
  z.array(item, `expected a list of ${what}`);
