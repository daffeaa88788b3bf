import type { Recorded } from '@relais/event-sourcing';
import type { Basis } from '@relais/vocabulary';
import { HubUnderTest } from '../testing/index.js';

const basisOf = ({ data }: Recorded): Basis | undefined => {
  const { basis, announcement } = data as { basis?: Basis; announcement?: Basis };
  return announcement ?? basis;
};

describe('what a gathering says', () => {
  let hub: HubUnderTest;
  beforeAll(async () => {
    hub = await HubUnderTest.start();
    await hub.shown();
  });
  afterAll(() => hub.end());

  it('comes of what its item said: each event names that one, and what else came of the same reading', async () => {
    const events = await hub.events();
    const byId = new Map(events.map((event) => [event.id, event]));
    const said = events.filter(({ type }) => type.startsWith('gathering.'));
    const wrong = said.filter((event) => {
      const cause = byId.get(event.metadata?.causation ?? '');
      const { source, item } = (cause?.data ?? {}) as Partial<Basis>;
      const basis = basisOf(event);
      return (
        source === undefined ||
        (basis !== undefined && (source !== basis.source || item !== basis.item)) ||
        event.metadata?.correlation !== cause?.metadata?.correlation
      );
    });
    expect(said.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it('shares its correlation with all that one reading of its source made', async () => {
    const published = (await hub.events()).filter(({ type }) => type === 'source.item-published');
    const readings = new Set(published.map(({ stream, metadata }) => `${stream} ${metadata?.correlation}`));
    expect(readings.size).toBe(new Set(published.map(({ stream }) => stream)).size);
    expect(published.filter(({ metadata }) => metadata?.correlation === undefined)).toEqual([]);
  });
});
