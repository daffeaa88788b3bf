import type { Instant } from '@relais/vocabulary';
import { notedDate, type Note } from '../item-list.js';
import { numberOf, textOf, type Json } from '../json-document.js';
import { reportOf } from '../report.js';
import type { Fetched, Report } from '../source-format.js';
import { htmlOfText } from '../text-as-html.js';

/** One change of a page. */
export type Change = Readonly<{ page: number; title: string; at: Instant; isNew: boolean; comment: string }>;

/** Pages of and with persons: their names are no news. */
const personal = new Set([2, 3]);

/** A comment as the wiki shows it: its section named, and no links to persons and their contributions (reverted edits have them). */
const shownComment = (comment: string): string =>
  comment.replace(/\/\*\s*([^*]{1,300}?)\s*\*\//g, '→ $1 :').replace(/\[\[[^[\]|]{0,200}:[^[\]]{0,300}\]\]/g, '…');

/** A change as far as it is one of a page that stays: undefined for logs, categories and pages of persons; what is broken is noted. */
export const pageOf = (change: Json, note: Note): Change | undefined => {
  const type = textOf(change['type']);
  if (type === 'log' || type === 'categorize' || type === 'external') return undefined;
  if (personal.has(numberOf(change['ns']) ?? 0)) return undefined;
  const [page, title] = [numberOf(change['pageid']), textOf(change['title'])];
  const at = notedDate(textOf(change['timestamp']), note);
  if (page === undefined || page <= 0 || title === undefined || at === undefined) {
    note('a change without the id or the title of its page, or without its time');
    return undefined;
  }
  return { page, title, at, isNew: type === 'new', comment: shownComment(textOf(change['comment']) ?? '') };
};

/** What a page's latest change says of it. Of earlier ones nothing is kept: they leave the window of recent changes, and a page would be revised by it. */
export const pageReport = (changes: readonly Change[], { url }: Fetched): Report => {
  const [latest] = changes;
  if (latest === undefined) throw new RangeError('a page without changes');
  const index = URL.parse(url.replace(/api\.php.*$/s, 'index.php'))?.href.replace(/[?#].*$/s, '') ?? url;
  return reportOf({
    kind: 'news',
    item: `${index}?curid=${latest.page}`,
    title: htmlOfText(latest.title),
    html: htmlOfText(latest.comment),
    link: `${index}?title=${encodeURIComponent(latest.title.replaceAll(' ', '_'))}`,
    base: url,
    updated: latest.at,
    ...(latest.isNew && { published: latest.at }),
  });
};
