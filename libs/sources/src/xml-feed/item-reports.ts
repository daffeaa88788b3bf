import type RssParser from 'rss-parser';
import { beginning } from '../clean-text.js';
import { reportOf } from '../report.js';
import type { Fetched, ReadingError, Report } from '../source-format.js';
import { whenOf } from '../stated-time.js';
import type { Aside } from './asides.js';
import type { StatedGathering } from './gatherings.js';
import { keysOf } from './item-keys.js';

/** An entry of the canonical document as `rss-parser` reads it. */
export type CanonicalItem = Partial<
  Record<'id' | 'h:link' | 'h:published' | 'h:updated' | 'h:author' | 'h:language' | 'h:aside', string>
> & { themes?: readonly string[] };

type Item = CanonicalItem & RssParser.Item;

/** How long the texts of all items may be, links made absolute, before no more of them are kept. */
const longestTexts = 20_000_000;
const lengthOf = ({ fields: { summary = '', mentions = [] } }: Report): number =>
  mentions.reduce((sum, url) => sum + url.length, summary.length);

/** The items' reports, bodies put back; an item that cannot be told from others by anything is named among the errors. */
export const itemReports = (
  items: readonly Item[],
  asides: readonly Aside[],
  fetched: Fetched,
  feedLanguage: string | undefined,
): { reports: Report[]; errors: ReadingError[] } => {
  const errors: ReadingError[] = [];
  const asideIn = (item: Item): Aside | undefined => asides[Number(item['h:aside']?.slice(1))];
  let room = longestTexts;
  const keys = keysOf(
    items.map((item) => {
      const { id, title, 'h:link': link } = item;
      return { id, title, link, starts: asideIn(item)?.gathering?.time.starts };
    }),
  );
  const reports = items.flatMap((item, index) => {
    const { html, base, gathering } = asideIn(item) ?? { html: '', base: fetched.url };
    const said = beginning(html.trim(), 200) || item['h:published'] || item.themes?.join(', ');
    // An author is no key: keys are recorded, authors never.
    const key = keys[index] ?? said ?? (item['h:author'] && `item ${index + 1}`);
    if (key === undefined) {
      errors.push({ where: `item ${index + 1}`, what: 'empty: no id, link, title, text, date, author or theme' });
      return [];
    }
    const when = gathering && whenOf(gathering.time, fetched.zone);
    if (gathering && when === undefined)
      errors.push({ where: key, what: `not a time: «${gathering.time.starts?.slice(0, 60)}»` });
    const language = item['h:language'] ?? feedLanguage;
    const report = reportOf({
      ...(gathering ? gatheringFields(gathering, when) : { kind: 'news' as const }),
      item: key,
      title: item.title,
      html: room > 0 ? html : '',
      link: item['h:link'],
      base,
      updated: item['h:updated'],
      author: item['h:author'],
      ...(item['h:published'] && { published: item['h:published'] }),
      ...(language && { language }),
      ...(item.themes && { themes: item.themes }),
    });
    const hadRoom = room > 0;
    room -= lengthOf(report);
    if (hadRoom && room <= 0)
      errors.push({ where: key, what: 'the texts of the feed are too long; of later items none is read' });
    return report;
  });
  return { reports, errors };
};

const gatheringFields = ({ place }: StatedGathering, when: ReturnType<typeof whenOf>) => ({
  kind: 'gathering' as const,
  ...(when && { when }),
  ...(place && { place }),
});
