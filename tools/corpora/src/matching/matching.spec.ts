import { rekeyed } from '@relais/matching';
import type { Measurement } from '../figure.ts';
import { differentWays } from './different.ts';
import { matching } from './matching.ts';
import { pairs } from './pairs.ts';
import { renamedSource, renames } from './renamed-source.ts';
import { sameWays } from './same.ts';

const titles = (seed: number) => pairs(2_000, seed, 1).map(({ one }) => one.fields.title);

describe('the labelled pairs', () => {
  it('are the same for a seed, and others for another', () => {
    expect(pairs(100, 7, 0)).toEqual(pairs(100, 7, 0));
    expect(pairs(100, 8, 0)).not.toEqual(pairs(100, 7, 0));
  });

  it('show every way to be alike, half of them one gathering', () => {
    const all = pairs(4_000, 7, 0);
    const reasons = [...sameWays, ...differentWays].map(({ reason }) => reason);
    expect([...new Set(all.map(({ reason }) => reason))].sort()).toEqual(reasons.sort());
    expect(all.filter(({ same }) => same)).toHaveLength(2_000);
  });

  it('keep occasions back for the set that decides', () => {
    const plain = (part: 0 | 1) =>
      new Set(pairs(2_000, 7, part).flatMap(({ one, reason }) => (/^copied/.test(reason) ? [one.fields.title] : [])));
    expect([...plain(0)].filter((title) => plain(1).has(title))).toEqual([]);
    expect(titles(7)).not.toEqual(titles(8));
  });
});

describe('the figures of matching', () => {
  it('reach what was promised, on the set that was kept back too', async () => {
    const measured = await matching.measure(() => undefined);
    expect(measured.map(({ name }) => name)).toEqual(['matching', 'matching-seen']);
    const said = (what: string) => measured.map(({ conditions }: Measurement) => Number(conditions[what]));
    expect(Math.min(...said('precision'))).toBeGreaterThanOrEqual(99.5);
    expect(Math.min(...said('recall'))).toBeGreaterThanOrEqual(95);
    expect(Math.min(...said('pairs'))).toBeGreaterThanOrEqual(2_000);
  });
});

describe('a source that changes its keys', () => {
  it('keeps none of them, though most of its items', () => {
    const { vanished, appeared, truth } = renamedSource(500, 7, 'http to https', false);
    const before = new Set(vanished.map(({ item }) => item));
    expect(appeared.filter(({ item }) => before.has(item))).toEqual([]);
    expect(truth.size).toBeLessThan(appeared.length);
  });

  it.each(Object.keys(renames) as (keyof typeof renames)[])('is known again by each item: %s', (rename) => {
    const { vanished, appeared, truth } = renamedSource(1_000, 7, rename, true);
    expect(rekeyed(vanished, appeared)).toEqual(truth);
  });
});
