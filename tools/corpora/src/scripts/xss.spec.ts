import { isRequired, missing } from '../shared.ts';
import { xss } from './xss.ts';

const absent = missing(xss.needs).length > 0;
const name = `documents that carry scripts${absent ? ' (needs ../shared)' : ''}`;

(absent && !isRequired() ? describe.skip : describe)(name, () => {
  it('leave nothing live, by whatever way they come', async () => {
    const told: string[] = [];
    const [measured] = await xss.measure((line) => told.push(line));
    expect(told).toEqual([]);
    expect(measured).toMatchObject({ figure: 0, ratio: 1 });
    expect(measured?.peer).toBeGreaterThan(500);
    expect(measured?.conditions['documents']).toBe(745 + 5 * 223);
  }, 60_000);
});
