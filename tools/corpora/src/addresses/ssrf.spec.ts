import { ssrf } from './ssrf.ts';

describe('addresses that are not public', () => {
  it('are not connected to in any form, though whoever does not look connects to most of them', async () => {
    const told: string[] = [];
    const [measured] = await ssrf.measure((line) => told.push(line));
    expect(told).toEqual([]);
    expect(measured).toMatchObject({ figure: 0, ratio: 1 });
    expect(measured?.conditions['forms']).toBeGreaterThanOrEqual(60);
    expect(measured?.peer).toBeGreaterThan(20);
  }, 120_000);
});
