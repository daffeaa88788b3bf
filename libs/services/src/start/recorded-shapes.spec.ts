import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { assembly } from '@relais/assembly';
import { attendance } from '@relais/attendance';
import { shapes } from '@relais/catalogue';
import { examples, recordedShapes, type RecordedShape } from '@relais/catalogue/testing';
import { canary, correction, digest, letter } from '@relais/digest';
import { MemoryEventStore, SqliteEventStore, type Link } from '@relais/event-store';
import { gathering } from '@relais/gathering';
import { mailingList, subscriberImport, subscription } from '@relais/mailing-list';
import { notary } from '@relais/notary';
import { person } from '@relais/person';
import { Generations, Projector } from '@relais/read-models';
import { rhythms } from '@relais/rhythm';
import { ruling } from '@relais/ruling';
import { source } from '@relais/source';
import { freePort } from '@relais/transport/testing';
import { oneAssembly, Spawned } from '../testing/index.js';

type Folded = Readonly<{ initial: unknown; evolve(state: never, event: never): unknown }>;

/** Who decides by the events of each module. */
const deciders: Readonly<Record<string, Folded>> = {
  ...{ assembly, source, gathering, ruling, subscription, person, digest, letter },
  ...{ rhythm: rhythms, list: mailingList, log: notary },
  ...{ import: subscriberImport, attendance, correction, canary },
};
const moduleOf = (type: string): string => type.split('.')[0] ?? '';

/** An event as it stands in a log. */
const link = (type: string, schema: number, data: unknown, version: number): Link => ({
  ...{ position: BigInt(version), id: `00000000-0000-7000-8000-${String(version).padStart(12, '0')}` },
  ...{ stream: 'recorded', version, type, recordedAt: '2026-11-25T09:00:00.000Z' },
  ...{ metadata: JSON.stringify(schema > 1 ? { schema } : {}), data: JSON.stringify(data) },
});

/** A log in which this event comes after whatever comes before it in the life of what it speaks of. */
const logWith = async ({ type, schema, data }: RecordedShape): Promise<MemoryEventStore> => {
  const store = new MemoryEventStore({ shapes });
  const known = Object.entries(examples);
  const before = known
    .slice(
      0,
      known.findIndex(([name]) => name === type),
    )
    .filter(([name]) => moduleOf(name) === moduleOf(type));
  const links = before.map(([name, said], index) => link(name, shapes.schemaOf(name), said, index + 1));
  await store.copy([...links, link(type, schema, data, links.length + 1)]);
  return store;
};

const folder = mkdtempSync(join(tmpdir(), 'relais-shapes-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a shape that was ever stored', () => {
  it.each(recordedShapes())('is taken by its decider: $name', async (shape) => {
    const decider = deciders[moduleOf(shape.type)];
    if (decider === undefined) throw new Error(`no decider is named here for ${shape.type}`);
    let state = decider.initial;
    for await (const event of (await logWith(shape)).read('recorded'))
      state = decider.evolve(state as never, event as never);
    expect(state).toBeDefined();
  });

  it.each(recordedShapes())('is taken by the projections: $name', async (shape) => {
    const store = await logWith(shape);
    const projector = new Projector(store, new Generations(join(folder, shape.name)));
    await projector.open();
    expect(projector.position).toBe(await store.head());
    projector.close();
  });
});

describe('a log with an event of the future', () => {
  afterAll(() => Spawned.stopAll());

  it.each([
    ['a type', 'treaty.signed', 1, 'treaty.signed at position 1 (recorded, version 1) is not known to this version'],
    ['a schema', 'list.opened', 99, 'list.opened at position 1 (recorded, version 1) has schema 99, of which'],
  ])('of %s stops the hub with one line, and is still told as it is stored', async (_what, type, schema, line) => {
    const data = join(folder, `future-${type}`);
    const configuration = join(folder, 'relais.yaml');
    writeFileSync(configuration, oneAssembly());
    const environment = { RELAIS_DATA: data, RELAIS_CONFIG: configuration, PORT: String(await freePort()) };
    const store = SqliteEventStore.open(join(data, 'log.db'));
    await store.copy([link(type, schema, { list: 'info-lille' }, 1)]);
    await store.close();
    const { code, stderr } = await Spawned.start('hub', environment).ended;
    expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toContain(line);
    const told = await Spawned.start('cli', environment, 'events').ended;
    expect(told.code).toBe(0);
    expect(JSON.parse(told.stdout)).toMatchObject({ type, ...(schema > 1 && { metadata: { schema } }) });
    const log = new DatabaseSync(join(data, 'log.db'), { readOnly: true });
    expect(log.prepare('SELECT count(*) AS events FROM event').get()).toMatchObject({ events: 1 });
    log.close();
  });
});
