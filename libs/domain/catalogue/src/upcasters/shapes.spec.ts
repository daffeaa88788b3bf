import { createHash } from 'node:crypto';
import type { Recorded } from '@relais/event-sourcing';
import { canonicalJson } from '@relais/vocabulary';
import { eventTypes, type HubEvent } from '../hub-event.js';
import { examples } from '../testing/examples.js';
import { recordedDigests, recordedShapes } from '../testing/recorded-shapes.js';
import { isWithin, shapeOf } from '../testing/shape-of.js';
import { shapes } from './shapes.js';
import { upcasters } from './upcasters.js';

const recorded = recordedShapes();
const isNow = ({ type, schema }: { type: string; schema: number }): boolean => schema === shapes.schemaOf(type);
const stored = ({ type, schema, data }: (typeof recorded)[number]): Recorded => ({
  ...{ type, data, id: 'c0ffee', stream: 'recorded', version: 1, position: 1n, recordedAt: '2026-11-25T00:00:00Z' },
  ...(schema > 1 && { metadata: { schema } }),
});

/** What is missing is said with what to write down, so that it can be copied from the answer. */
describe('the shapes of the catalogue', () => {
  it('are each on record: every type, in every schema that it was ever written in', () => {
    const written = Object.keys(eventTypes).flatMap((type) =>
      Array.from({ length: shapes.schemaOf(type) }, (_, index) => `${type}.${index + 1}`),
    );
    const names = new Set(recorded.map(({ name }) => name));
    const missing = written
      .filter((name) => !names.has(name))
      .map((name) => {
        const type = name.replace(/\.\d+$/, '') as HubEvent['type'];
        return `upcasters/fixtures/${name}.json: ${JSON.stringify(examples[type])}`;
      });
    expect(missing).toEqual([]);
    expect([...names].filter((name) => !written.includes(name))).toEqual([]);
  });

  it('say what they said on the day they were recorded', () => {
    const digests = recorded.map(({ name, data }) => [
      name,
      createHash('sha256').update(canonicalJson(data)).digest('hex'),
    ]);
    expect(recordedDigests()).toEqual(Object.fromEntries(digests));
  });

  it.each(recorded.filter(isNow))('have not changed without a new schema: $name', ({ type, data }) => {
    expect(shapeOf(data)).toEqual(shapeOf(examples[type as HubEvent['type']]));
  });

  it.each(recorded)('are read today as an event of today says it: $name', (shape) => {
    const { data, metadata } = shapes.present(stored(shape));
    const [read, today] = [shapeOf(data), shapeOf(examples[shape.type as HubEvent['type']])];
    // Members that may be missing are not made up for an event that never had them.
    expect(isWithin(read, today) ? today : read).toEqual(today);
    expect(metadata?.schema ?? 1).toBe(shapes.schemaOf(shape.type));
  });

  it('have upcasters for types that there are', () => {
    expect(Object.keys(upcasters).filter((type) => !Object.hasOwn(eventTypes, type))).toEqual([]);
  });
});

describe('the shape of a value', () => {
  it('is the same for other texts, numbers and orders, and another for other members', () => {
    expect(shapeOf({ b: [1, 'x', 2], a: { c: 'text' } })).toEqual(shapeOf({ a: { c: '' }, b: ['y', 3] }));
    for (const other of [{ a: 1 }, { a: 'x', b: 1 }, {}, { a: null }, { a: ['x'] }, ['x'], 'x'])
      expect(shapeOf(other)).not.toEqual(shapeOf({ a: 'x' }));
  });
});
