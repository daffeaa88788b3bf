import type { When } from '@relais/vocabulary';
import type { Feed, FeedEntry, FeedFormat } from '../feed.js';

const times = (when: When | undefined): object => {
  if (when === undefined) return {};
  if (when.kind === 'all-day') return { starts: when.from, ends: when.until, allDay: true };
  return { starts: when.starts, ...(when.ends && { ends: when.ends }), zone: when.zone };
};

const extension = ({ gathering, title }: FeedEntry): object => {
  if (gathering === undefined) return {};
  const { when, place, cancelled } = gathering;
  return {
    _relais: {
      kind: 'gathering',
      ...(gathering.title !== title && { title: gathering.title }),
      ...times(when),
      ...(place && { place }),
      ...(cancelled && { status: 'cancelled' }),
    },
  };
};

const render = ({ title, description, home, self, language, entries }: Feed): string =>
  `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      description,
      home_page_url: home,
      feed_url: self,
      language,
      items: entries.map((entry) => ({
        id: entry.id,
        url: entry.url,
        title: entry.title,
        content_html: entry.html,
        date_published: entry.published,
        date_modified: entry.updated,
        tags: [entry.category],
        ...extension(entry),
      })),
    },
    null,
    1,
  )}\n`;

/** JSON Feed 1.1 (https://jsonfeed.org/version/1.1); gatherings carry the extension `_relais` that our sources read too. */
export const jsonFeed: FeedFormat = {
  name: 'json-feed',
  extension: 'json',
  mediaType: 'application/feed+json; charset=utf-8',
  render,
};
