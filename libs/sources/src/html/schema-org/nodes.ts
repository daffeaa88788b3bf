import { isObject, type Json } from '../../json-document.js';

/** A member that may stand alone or in a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** A text or number, alone, first of a list, or as a value of JSON-LD (`{"@value": …}`). */
export const textAt = (node: Json, ...names: readonly string[]): string | undefined => {
  for (const name of names)
    for (const one of listOf(node[name])) {
      const value: unknown = isObject(one) ? one['@value'] : one;
      if (typeof value === 'string' && value.trim() !== '') return value.trim();
      if (typeof value === 'number') return String(value);
    }
  return undefined;
};

export const textsAt = (node: Json, name: string): readonly string[] =>
  listOf(node[name])
    .slice(0, 200)
    .flatMap((one) => textAt({ one }, 'one') ?? (isObject(one) ? (textAt(one, 'name') ?? []) : []));

export const typesOf = (node: Json): readonly string[] =>
  listOf(node['@type'])
    .slice(0, 20)
    .flatMap((type) => (typeof type === 'string' ? (type.split(/[#/:]/).at(-1) ?? []) : []));

/** Types of schema.org that end in `Event` and are none: what somebody did, was delivered, was broadcast. */
const noGatherings = new Set(['PublicationEvent', 'DeliveryEvent', 'OnDemandEvent', 'BroadcastEvent']);
const gatherings = /^(?:\w{0,40}Event|Festival|Hackathon|EventSeries|CourseInstance)$/;

export const isEvent = (node: Json): boolean =>
  typesOf(node).some((type) => gatherings.test(type) && !noGatherings.has(type));

const deepest = 60;
const mostNodes = 200_000;

/** Nodes by their `@id`, where they say more than it. */
export type Index = ReadonlyMap<string, Json>;

/** The events among the nodes, in their order; of an event only those within it that are events of their own right. */
export const eventsIn = (values: readonly unknown[]): { events: readonly Json[]; index: Index } => {
  const events: Json[] = [];
  const index = new Map<string, Json>();
  let count = 0;
  const visit = (value: unknown, depth: number, within: boolean): void => {
    if (depth > deepest || ++count > mostNodes) return;
    if (Array.isArray(value)) for (const one of value) visit(one, depth + 1, within);
    if (!isObject(value)) return;
    const id = textAt(value, '@id');
    if (id !== undefined && Object.keys(value).length > 1 && !index.has(id)) index.set(id, value);
    const found = isEvent(value);
    if (found && !within) events.push(value);
    for (const [name, member] of Object.entries(value)) {
      const own = name === 'subEvent' || name === 'subEvents' || name === 'event' || name === 'events';
      visit(member, depth + 1, (within || found) && !own);
    }
  };
  visit(values, 0, false);
  return { events, index };
};

/** The node that is meant: a node that has nothing but an `@id` stands for another. */
export const resolved = (value: unknown, index: Index): unknown => {
  const id = isObject(value) && Object.keys(value).length === 1 ? textAt(value, '@id') : undefined;
  return (id === undefined ? undefined : index.get(id)) ?? value;
};
