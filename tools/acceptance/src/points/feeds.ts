import assert from 'node:assert/strict';
import { agendaOf, byClass, elements, parseDocument, sameStart, textOf } from '../agenda.ts';
import type { Point } from '../point.ts';
import { askPython, needPython } from '../python.ts';
import { Room, today } from '../room.ts';
import type { Site } from '../site.ts';

type Entry = Readonly<{ id: string; title: string; link: string; published: string; html: string }>;
type JsonFeed = Readonly<{
  items: readonly {
    id: string;
    title: string;
    url: string;
    date_published: string;
    content_html: string;
    _relais?: { starts?: string };
  }[];
}>;

const program = `
import sys, json, time, feedparser
feed = feedparser.parse(sys.stdin.buffer.read(), sanitize_html=False)
print(json.dumps(dict(bozo=int(feed.bozo), entries=[dict(id=e.id, title=e.title, link=e.link,
  published=time.strftime('%Y-%m-%dT%H:%M:%SZ', e.published_parsed),
  html=(e.get('content') or [{'value': e.get('summary', '')}])[0]['value']) for e in feed.entries])))`;

/** What feedparser reads; it has no complaint (bozo), and reads XML alone. */
const readFeed = async (site: Site, path: string): Promise<readonly Entry[]> => {
  const { bozo, entries } = askPython<{ bozo: number; entries: readonly Entry[] }>(program, await site.text(path));
  assert.equal(bozo, 0, `feedparser complains about ${path}`);
  return entries;
};

/** Precision is a matter of the format: RSS knows seconds. */
const toTheSecond = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

const jsonEntry = ({ id, title, url, date_published, content_html }: JsonFeed['items'][number]): Entry => ({
  ...{
    id,
    title: title.replace(/\s+/g, ' ').trim(),
    link: url,
    published: toTheSecond(date_published),
    html: content_html.trim(),
  },
});

/** Gatherings of a feed are those of the agenda: title, link, day and what people read of it. */
const gatheringsAgree = async (site: Site, feed: JsonFeed, agenda: string): Promise<number> => {
  const gatherings = new Map(
    feed.items.filter(({ id }) => id.includes('/rencontres/')).map((item) => [item.url, item]),
  );
  const listed = await agendaOf(site, agenda);
  assert.equal(gatherings.size, listed.length, `gatherings in the feed, and in ${agenda}`);
  for (const { id, title, starts, when } of listed) {
    const item = gatherings.get(`${site.url}/rencontres/${id}`);
    assert.equal(item?.title.replace(/^Annulé : /, ''), title);
    const said = item?._relais?.starts;
    assert.ok(
      said === starts || sameStart(said ?? '', starts ?? ''),
      `${id} starts ${said} in the feed, ${starts} on the page`,
    );
    const words = parseDocument(item?.content_html ?? '');
    const first = textOf(elements('p', words)[0]);
    assert.ok(first.startsWith(when.replace(/ \(.*/, '')), `${id}: «${first}» in the feed, «${when}» on the page`);
  }
  return listed.length;
};

/** News that a page of an assembly shows are in its feed: title, link and day. */
const newsAgree = async (site: Site, feed: JsonFeed, page: string): Promise<number> => {
  const document = parseDocument(await site.text(page));
  const news = byClass('news', document).flatMap((list) => elements('li', list));
  for (const item of news) {
    const [link] = elements('a', item);
    const [time] = elements('time', item);
    const inFeed = feed.items.find(({ url, title }) => url === link?.attribs['href'] && title === textOf(link));
    assert.ok(inFeed, `«${textOf(link)}» is on ${page} and not in the feed`);
    if (time) assert.equal(time.attribs['datetime'], localDay(inFeed.date_published), `the day of «${textOf(link)}»`);
  }
  return news.length;
};

const localDay = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date(instant));

const shownIn = async (site: Site, folder: string, agenda: string): Promise<readonly [JsonFeed, string]> => {
  for (const query of ['', '?nombre=1000']) {
    const json = await site.json<JsonFeed>(`${folder}/feed.json${query}`);
    const entries = json.items.map(jsonEntry);
    for (const format of ['rss', 'atom'])
      assert.deepEqual(
        await readFeed(site, `${folder}/feed.${format}${query}`),
        entries,
        `${folder}/feed.${format}${query}`,
      );
  }
  const all = await site.json<JsonFeed>(`${folder}/feed.json?nombre=1000`);
  const gatherings = await gatheringsAgree(site, all, agenda);
  return [all, `${all.items.length} entries in ${folder}/feed.*, ${gatherings} of them gatherings`];
};

export const feeds: Point = {
  name: 'feeds',
  claims:
    'Python’s feedparser reads the same entries, links and dates from RSS and Atom as the JSON Feed and the pages have',
  show: () =>
    Room.with(today, async (room) => {
      needPython('feedparser');
      await room.hub();
      const [, all] = await shownIn(room.site, '', '/agenda?depuis=2000-01-01');
      const [feed, lille] = await shownIn(room.site, '/lille', '/lille/agenda?depuis=2000-01-01');
      const news = await newsAgree(room.site, feed, '/lille');
      assert.ok(news > 0, 'there is no news on the page of Lille');
      return {
        seen: `bozo 0; ${all}; ${lille}; the three formats equal one another and the agenda, and the ${news} news of /lille are among them`,
      };
    }),
};
