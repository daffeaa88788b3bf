import type { Block, Group, Notice } from './notice-blocks.js';

/** How a kind of block is set, in points of its natural size. */
export type Setting = Readonly<{ size: number; before: number; font: 'title' | 'text' | 'strong' }>;

export const settings: Readonly<Record<Block['kind'], Setting>> = {
  H1: { size: 30, before: 0, font: 'title' },
  lead: { size: 14, before: 6, font: 'text' },
  H2: { size: 20, before: 20, font: 'title' },
  H3: { size: 15, before: 10, font: 'strong' },
  P: { size: 14, before: 2, font: 'text' },
  foot: { size: 12, before: 10, font: 'text' },
};

/** A4 in points, and what stays white around. */
export const paper = { width: 595.28, height: 841.89, margin: 48 } as const;
/** A notice board has room for so many sheets. */
const mostPages = 2;
/** Smaller is not read from where one stands: 14 points become 10 at least. */
const scales = [1, 0.9, 0.8, 0.72] as const;

/** How high a block is when it is set in this width, at this scale. */
export type Measure = (block: Block, scale: number) => number;
/** What stands on each page, and how it is set. */
export type Layout = Readonly<{ scale: number; pages: readonly (readonly Block[])[] }>;

/** Ends with one page more than there may be: what is beyond it does not matter. */
const onPages = (groups: readonly Group[], scale: number, measure: Measure): Block[][] => {
  const room = paper.height - 2 * paper.margin;
  const pages: Block[][] = [[]];
  let used = 0;
  for (const { blocks } of groups) {
    const height = blocks.reduce((sum, block) => sum + measure(block, scale) + settings[block.kind].before * scale, 0);
    if (used > 0 && used + height > room) {
      if (pages.length > mostPages) return pages;
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(...blocks);
    used += height;
  }
  return pages;
};

/** Setting a text takes its time: each is measured once at each scale. */
const once = (measure: Measure): Measure => {
  const known = new Map<number, Map<Block, number>>(scales.map((scale) => [scale, new Map()]));
  return (block, scale) => {
    const height = known.get(scale)?.get(block) ?? measure(block, scale);
    known.get(scale)?.set(block, height);
    return height;
  };
};

/** The notice without its last facts: so many are kept, and how many are not is said before the foot. */
const shortened = ({ groups, left }: Notice, kept: number): Group[] => {
  const all = groups.reduce((sum, group) => sum + group.facts, 0);
  let count = 0;
  const told = groups.slice(0, -1).filter(({ facts }) => facts === 0 || (count += facts) <= kept);
  return [...told, left(all - kept), ...groups.slice(-1)];
};

/** As large as there is room on two pages; where even the smallest has none, the last facts are counted instead. */
export const layoutOf = (notice: Notice, measured: Measure): Layout => {
  const measure = once(measured);
  for (const scale of scales) {
    const pages = onPages(notice.groups, scale, measure);
    if (pages.length <= mostPages) return { scale, pages };
  }
  const scale = scales.at(-1) ?? 1;
  let [fits, tooMany] = [0, notice.groups.reduce((sum, { facts }) => sum + facts, 0)];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (onPages(shortened(notice, middle), scale, measure).length <= mostPages) fits = middle;
    else tooMany = middle;
  }
  return { scale, pages: onPages(shortened(notice, fits), scale, measure) };
};
