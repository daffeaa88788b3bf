import { eventTypes } from '@relais/catalogue';
import type { AnyProjection } from '../storage/table.js';
import { Untriable } from './untriable.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const looksLikeOne = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) && typeof value['name'] === 'string' && isObject(value['on']);

/** What a projection that somebody else wrote must be; the first thing that it is not. */
const mistakeIn = ({ name, version, columns, on, hidden }: Readonly<Record<string, unknown>>): string | undefined => {
  if (!/^[a-z][a-z0-9-]*$/.test(String(name))) return 'needs a name of small letters, digits and hyphens';
  if (!Number.isSafeInteger(version)) return 'needs a whole number as its version';
  if (!isObject(columns) || !Object.values(columns).every((of) => typeof of === 'function'))
    return 'needs columns: an object of functions of a row, {} where there are none';
  if (hidden !== undefined && typeof hidden !== 'function') return 'can have hidden only as a function of a row';
  for (const [type, handler] of Object.entries(on as object)) {
    if (!Object.hasOwn(eventTypes, type)) return `handles «${type}», which is no type of event`;
    if (typeof handler !== 'function') return `needs a function for «${type}»`;
  }
  return undefined;
};

/** Every projection that a module exports. Throws {@link Untriable} where there is none, or one is not made as it must be. */
export const projectionsIn = (module: object, file: string): readonly AnyProjection[] => {
  const found = [...new Set(Object.values(module))].filter(looksLikeOne);
  if (found.length === 0)
    throw new Untriable(`${file} exports no projection: an object with name, version, columns and on`);
  for (const one of found) {
    const mistake = mistakeIn(one);
    if (mistake !== undefined) throw new Untriable(`the projection «${String(one['name'])}» of ${file} ${mistake}`);
  }
  const names = found.map(({ name }) => String(name));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Untriable(`${file} exports two projections of the name «${twice}»`);
  return found as unknown as readonly AnyProjection[];
};
