/** What a request may prefer; without it, feeds, calendars and pages, as most addresses have them. */
export type Preferred = 'activitystreams';

const feeds =
  'application/atom+xml, application/rss+xml, text/calendar, application/feed+json, text/html;q=0.6, */*;q=0.5';

/**
 * The second is what ActivityPub (3.2) wants to be asked for, the first what most servers know. Nothing stands for everything here:
 * whoever names that beside other types is taken for a browser by Rails, and so by Mastodon, and is given a page for people.
 * The last ones are for addresses that turn out to speak something else.
 */
const activityStreams =
  'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams", application/json;q=0.8, application/*;q=0.5, text/*;q=0.4';

/**
 * What is asked for. There is no one value for all: many servers look only whether ActivityStreams is named at all (WordPress does),
 * so that whoever named it last would be given one post as JSON where there is a whole feed.
 */
export const acceptFor = (preferred: Preferred | undefined): string =>
  preferred === 'activitystreams' ? activityStreams : feeds;
