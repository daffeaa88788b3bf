import { EventStore } from '@relais/event-store';
import { projections, suppose, type Difference } from '@relais/read-models';
import { HubUnderTest } from '../../testing/index.js';
import { recognitionFor } from '../../recognising/recogniser.js';
import { Deployment } from '../../wiring/deployment.js';
import { RecognisedAnew } from './recognised-anew.js';

describe('a log whose gatherings are recognised anew', () => {
  let hub: HubUnderTest;
  beforeAll(async () => {
    // The clock stands still: what is decided at another moment of the same reading is no difference.
    hub = await HubUnderTest.start({ environment: { RELAIS_NOW: '2026-11-25T09:00:00Z' } });
  });
  afterAll(() => hub.end());

  const anew = (): RecognisedAnew => {
    const deployment = hub.get(Deployment);
    return new RecognisedAnew(hub.get(EventStore), () => recognitionFor(deployment));
  };

  it('makes the same rows by the same rules, but for where in the log they were recognised', async () => {
    const found: Difference[] = [];
    const log = hub.get(EventStore);
    const diff = await suppose(
      { log, projections },
      { log: anew(), projections },
      { selective: true, onDifference: (one) => found.push(one) },
    );
    expect(diff.after).toEqual(diff.before);
    expect(found.length).toBeGreaterThan(50);
    expect(
      new Set(found.flatMap(({ changes = [{ path: 'a whole row' }] }) => changes.map(({ path }) => path))),
    ).toEqual(new Set(['position']));
  });

  it('has all that sources said, where it stood', async () => {
    const said: string[] = [];
    for await (const page of anew().readAll())
      for (const { type, position, id } of page) if (!type.startsWith('gathering.')) said.push(`${position} ${id}`);
    const events = (await hub.events()).filter(({ type }) => !type.startsWith('gathering.'));
    expect(said).toEqual(events.map(({ position, id }) => `${position} ${id}`));
  });

  it('has each gathering recognised no later than it was', async () => {
    const was = new Map((await hub.events('gathering.recognised')).map(({ stream, position }) => [stream, position]));
    const is: (readonly [string, bigint])[] = [];
    for await (const page of anew().readAll())
      for (const { type, stream, position } of page) if (type === 'gathering.recognised') is.push([stream, position]);
    expect(is.map(([stream]) => stream).sort()).toEqual([...was.keys()].sort());
    for (const [stream, position] of is) expect(position).toBeLessThan(was.get(stream) ?? 0n);
  });

  it('is the same each time', async () => {
    const read = async (): Promise<unknown[]> => {
      const found: unknown[] = [];
      for await (const page of anew().readAll()) found.push(...page);
      return found;
    };
    expect(await read()).toEqual(await read());
  });
});
