import type { Announcement, Basis } from '@relais/gathering';
import type { ItemFields } from '@relais/source';
import type { AssemblyId } from '@relais/vocabulary';
import { canonicalUrl, type DomainAlias } from './canonical-url.js';
import type { Described } from './known-gathering.js';

/**
 * An item as the ladder compares it. An alias that is an address counts as one of its own too; one that only repeats the
 * link is no identity: calendars give it to everything that a page tells of.
 */
export const itemDescribed = (
  assembly: AssemblyId,
  { title, when, place, link, aliases = [], mentions = [] }: ItemFields,
  domains: readonly DomainAlias[],
): Described => {
  const canonical = (urls: readonly string[]): string[] => [
    ...new Set(urls.flatMap((url) => canonicalUrl(url, domains) ?? [])),
  ];
  return {
    ...{ assembly, title },
    ...(when && { when }),
    ...(place && { place }),
    urls: canonical([...(link ? [link] : []), ...aliases]),
    aliases: aliases.filter((alias) => alias !== link),
    mentions: canonical(mentions),
  };
};

/** What an item says to its gathering. */
export const announcementOf = (
  basis: Basis,
  { title, link, when, place, summary, published, status }: ItemFields,
): Announcement => ({
  basis,
  title,
  ...(link && { link }),
  ...(when && { when }),
  ...(place && { place }),
  ...(summary && { summary }),
  ...(published && { published }),
  ...(status === 'cancelled' && { cancelled: true as const }),
});
