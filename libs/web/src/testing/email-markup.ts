import type { Page } from 'playwright-core';

/**
 * What the Email Markup Consortium asks of a mail and this one lacks, by its accessibility report's list: language and
 * direction on the document and on the first element within (webmails throw the document's away), tables that are layout and
 * say so, alternatives of images, a title, headings in order, links that say where they lead, text that is large enough, and
 * contrast. Looked at as it is rendered, in the theme of the page.
 */
export const objectionsOfMarkup = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const objections: string[] = [];
    const object = (what: string, element?: Element): void => {
      objections.push(element ? `${what}: ${element.outerHTML.slice(0, 90)}` : what);
    };
    const wrapper = document.querySelector('body [role=article]');
    for (const element of [document.documentElement, wrapper]) {
      if (!/^(fr|en|nl)$/u.test(element?.getAttribute('lang') ?? '')) object('no language', element ?? undefined);
      if (element?.getAttribute('dir') !== 'ltr') object('no direction', element ?? undefined);
    }
    if (!wrapper?.getAttribute('aria-label')) object('the letter has no name');
    if (document.title.trim() === '') object('no title');
    if (!/light dark/u.test(document.querySelector('meta[name=color-scheme]')?.getAttribute('content') ?? ''))
      object('no colour scheme');
    for (const table of document.querySelectorAll('table'))
      if (table.getAttribute('role') !== 'presentation') object('a table that is not said to be layout', table);
    for (const image of document.querySelectorAll('img'))
      if (!image.hasAttribute('alt')) object('no alternative', image);
    const vague = /^(ici|cliquez ici|lire la suite|here|click here|read more|hier|klik hier|lees meer|https?:.*)?$/iu;
    for (const link of document.querySelectorAll('a'))
      if (vague.test(link.textContent?.trim() ?? '')) object('a link that says nothing', link);
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1) object('not one heading of the first level');
    levels.forEach((level, index) => {
      if (level > (levels[index - 1] ?? 0) + 1)
        object(`a heading of level ${level} after ${levels[index - 1] ?? 'none'}`);
    });
    const rgb = (color: string): number[] => (color.match(/[\d.]+/gu) ?? []).map(Number);
    const luminance = (color: number[]): number =>
      color.slice(0, 3).reduce((sum, value, index) => {
        const part = value / 255;
        const linear = part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        return sum + linear * ([0.2126, 0.7152, 0.0722][index] ?? 0);
      }, 0);
    const ground = (element: Element | null): number[] => {
      const color = element ? rgb(getComputedStyle(element).backgroundColor) : [255, 255, 255];
      return element && color[3] === 0 ? ground(element.parentElement) : color;
    };
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const element = words.currentNode.parentElement;
      if (!element || words.currentNode.nodeValue?.trim() === '' || !element.checkVisibility()) continue;
      const { fontSize, color } = getComputedStyle(element);
      if (Number.parseFloat(fontSize) < 16) object(`text of ${fontSize}`, element);
      const [one = 0, other = 0] = [luminance(rgb(color)), luminance(ground(element))].sort((a, b) => b - a);
      if ((one + 0.05) / (other + 0.05) < 4.5)
        object(`contrast of ${((one + 0.05) / (other + 0.05)).toFixed(2)}`, element);
    }
    return objections;
  });

/** Tables within comments are read by Outlook alone, and by it as tables: those that do not say that they are layout. */
export const tablesForOutlook = (html: string): string[] =>
  (html.match(/<table\b[^>]*>/gu) ?? []).filter((table) => !table.includes('role="presentation"'));
