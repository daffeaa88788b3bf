import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

/** What axe objects to on the page as it stands: all of it, or these rules alone. */
export const objections = (page: Page, ...rules: string[]): Promise<string[]> =>
  page.evaluate(async (values) => {
    const options = values.length > 0 ? { runOnly: { type: 'rule', values } as const } : {};
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
  }, rules);

/** How many pixels a page is wider than a window of this width. */
const overflow = async (page: Page, width: number): Promise<number> => {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
};

const tooLow = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, .button, nav a, select, input[type=email], input[type=date]')]
      .filter((element) => element.getBoundingClientRect().height < 44)
      .map((element) => element.outerHTML.slice(0, 80)),
  );

const firstByKeyboard = async (page: Page): Promise<string | null | undefined> => {
  await page.keyboard.press('Tab');
  const box = await page.locator('.skip').boundingBox();
  return box !== null && box.x >= 0
    ? page.evaluate(() => document.activeElement?.getAttribute('href'))
    : 'nothing that is seen';
};

/** Everything that is looked at on one page, in one visit. */
export const look = async (page: Page) => {
  const [narrow, wide] = [await overflow(page, 320), await overflow(page, 1280)];
  const light = await objections(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  // Dark changes colours and nothing else.
  const dark = await objections(page, 'color-contrast', 'link-in-text-block');
  await page.setViewportSize({ width: 360, height: 800 });
  const low = await tooLow(page);
  const first = await firstByKeyboard(page);
  await page.emulateMedia({ colorScheme: 'light', media: 'print' });
  const onPaper = await page.locator('nav:visible, form:visible, footer:visible').count();
  await page.emulateMedia({ media: 'screen' });
  return { narrow, wide, light, dark, low, first, onPaper };
};

export type Seen = Awaited<ReturnType<typeof look>>;

/** Looks at these addresses one after another, in one tab. */
export const lookAtAll = async (
  browser: Browser,
  origin: string,
  addresses: readonly string[],
): Promise<Record<string, Seen>> => {
  const seen: Record<string, Seen> = {};
  const page = await (await browser.newContext({ colorScheme: 'light' })).newPage();
  await page.addInitScript(axe.source);
  for (const address of addresses) {
    await page.goto(origin + address);
    seen[address] = await look(page);
  }
  return seen;
};
