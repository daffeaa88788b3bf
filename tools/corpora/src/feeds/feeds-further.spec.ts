import { isRequired, missing } from '../shared.ts';
import { feedsFurther } from './feeds-further.ts';

const measured = missing(feedsFurther.needs).length === 0 || isRequired() ? it : it.skip;

/** What Relais does otherwise than Planet Venus, and does not mean to change. */
const argued = [
  // Google Reader's own name of an entry; there is no Google Reader any more.
  /reconstitute\/gr_id\.xml.*"id"/,
  // An item in which there is nothing is none, whatever the feed's date.
  /reconstitute\/missing_item_pubDate\.xml.*"date"/,
];

describe('feeds that nothing was written by', () => {
  measured('are read right, but for what is argued (needs ../shared)', async () => {
    const wrong: string[] = [];
    const [all, ...sets] = await feedsFurther.measure((line) => wrong.push(line));
    expect(wrong.filter((line) => !argued.some((one) => one.test(line)))).toEqual([]);
    expect(wrong).toHaveLength(argued.length);
    expect(all?.ratio).toBeGreaterThanOrEqual(0.99);
    expect(all?.conditions['facts']).toMatch(/without rss-parser's own: 102 of 104$/);
    expect(all?.conditions['files not read']).toBe(0);
    // Nothing is right because nothing was asked.
    expect(all?.ceiling).toBeGreaterThan(593);
    expect(sets.map(({ ceiling }) => Math.min(ceiling ?? 0, 20))).toEqual([20, 20, 20]);
    expect(all?.figure).toBeGreaterThan(all?.peer ?? Infinity);
  });
});
