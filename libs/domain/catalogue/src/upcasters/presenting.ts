import type { Recorded } from '@relais/event-sourcing';
import { NotUpcast, UnknownEventType, UnknownSchema } from './unknown.js';
import type { Said, Upcaster } from './upcaster.js';

/** How events of the past are read by the code of today: what a store of events is given as its shapes. */
export type Presenting = Readonly<{
  /** Which schema an event of this type is written in, from 1. */
  schemaOf(type: string): number;
  /** A stored event in the shape of today, and what is there already as it is; throws for one that this code cannot know. */
  present(event: Recorded): Recorded;
}>;

/** Events of these types, each with the upcasters it has gathered. */
export const presenting = (
  types: readonly string[],
  upcasters: Readonly<Record<string, readonly Upcaster[] | undefined>>,
): Presenting => {
  const steps = new Map<string, readonly Upcaster[]>(types.map((type) => [type, upcasters[type] ?? []]));
  return {
    schemaOf: (type) => (steps.get(type)?.length ?? 0) + 1,
    present: (event) => {
      const known = steps.get(event.type);
      if (known === undefined) throw new UnknownEventType(event);
      const schema = event.metadata?.schema ?? 1;
      return schema === known.length + 1 ? event : upcast(event, schema, known);
    },
  };
};

const upcast = (event: Recorded, schema: number, steps: readonly Upcaster[]): Recorded => {
  const now = steps.length + 1;
  if (!Number.isInteger(schema) || schema < 1 || schema > now) throw new UnknownSchema(event, now);
  let said = event.data as Said;
  for (const [index, step] of steps.entries()) {
    if (index + 1 < schema) continue;
    try {
      said = step(said);
    } catch (error) {
      throw new NotUpcast(event, index + 1, error);
    }
  }
  return { ...event, data: said, metadata: { ...event.metadata, schema: now } };
};
