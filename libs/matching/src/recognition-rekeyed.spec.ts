import type { AssemblyId, ItemKey, SourceId } from '@relais/vocabulary';
import { Hub, type Shown } from './testing/hub.js';
import { at } from './testing/reports.js';

const workshop: Shown = { source: 'wiki', item: 'a', title: 'Atelier vélo', when: at('2016-09-01T16:00') };
const later: Shown = { ...workshop, when: at('2016-09-02T16:00') };
const rekeyed = (hub: Hub, from: string, to: string, source = 'wiki'): Hub => {
  const of = { source: source as SourceId, assembly: 'lille' as AssemblyId };
  hub.record({ type: 'source.item-rekeyed', data: { ...of, from: from as ItemKey, to: to as ItemKey } });
  return hub;
};
const announced = (...items: Shown[]): Hub => {
  const hub = new Hub().publish(...items);
  hub.recognise();
  return hub;
};
const told = (hub: Hub): (string | undefined)[] =>
  hub.recognise().map((command) => `${command.type} ${command.gathering}`);

describe('an item whose source renamed it', () => {
  it('has nothing to say because of that, and is known to its gathering as before', () => {
    const hub = rekeyed(announced(workshop), 'a', 'A');
    const before = hub.log.length;
    expect(hub.recognise()).toEqual([]);
    expect(hub.restart().recognise()).toEqual([]);
    expect([hub.log.length, hub.groups()]).toEqual([before, [['wiki a']]]);
  });

  it.each([
    ['once', (hub: Hub) => rekeyed(hub, 'a', 'A'), 'A'],
    ['twice', (hub: Hub) => rekeyed(rekeyed(hub, 'a', 'A'), 'A', 'α'), 'α'],
    ['and back', (hub: Hub) => rekeyed(rekeyed(hub, 'a', 'A'), 'A', 'a'), 'a'],
    ['before it was heard', (hub: Hub) => rekeyed(hub.publish(workshop), 'a', 'A'), 'A'],
  ])('speaks of the same gathering under its new key: renamed %s', (_, rename, item) => {
    const hub = rename(announced(workshop));
    hub
      .restart()
      .revise({ ...later, item })
      .recognise();
    expect(hub.groups()).toEqual([['wiki a']]);
    expect(hub.story()).toContain('rescheduled');
  });

  it('is withdrawn, and comes back, under its new key', () => {
    const hub = rekeyed(announced(workshop), 'a', 'A');
    const [gathering] = hub.log.flatMap(({ data }) => ('gathering' in data ? [data.gathering] : []));
    hub.withdraw({ ...workshop, item: 'A' });
    expect(told(hub)).toEqual([`withdraw ${gathering}`]);
    hub.revise({ ...workshop, item: 'A' });
    expect(told(hub)).toEqual([`announce ${gathering}`]);
  });

  it('leaves its former name to what its source calls so by then', () => {
    const hub = rekeyed(rekeyed(announced(workshop), 'a', 'A'), 'A', 'a');
    hub.publish({ ...workshop, item: 'A', title: 'Tout autre chose' }).recognise();
    expect(hub.groups()).toEqual([['wiki a'], ['wiki A']]);
  });

  it('is none of another source', () => {
    const hub = rekeyed(announced(workshop), 'a', 'A', 'blog');
    hub.publish({ ...later, item: 'A', title: 'Tout autre chose' }).recognise();
    expect(hub.groups()).toEqual([['wiki a'], ['wiki A']]);
  });
});
