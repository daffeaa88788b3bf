import type { Candidate } from './candidate.js';
import type { PageFacts, PageLink } from './page-facts.js';

const alternates: Readonly<Record<string, readonly [Candidate['kind'], number]>> = {
  'text/calendar': ['calendar', 0.97],
  'application/rss+xml': ['feed', 0.9],
  'application/atom+xml': ['feed', 0.9],
  'application/feed+json': ['feed', 0.9],
  'application/rdf+xml': ['feed', 0.7],
  'application/json': ['feed', 0.3],
  'application/activity+json': ['events', 0.4],
};

/** Feeds of what others say below: never what somebody wants to follow here. */
const areComments = ({ url, text }: PageLink): boolean =>
  /\/comments\/feed|[?&]feed=comments|commentaires?[-_.]?(rss|feed)/i.test(url.href) ||
  /\b(comments?|commentaires?)\b/i.test(text);

/** oEmbed, translations of a page and the like are alternates that are no feeds. */
const isFeedLike = ({ url }: PageLink): boolean => !/oembed|\/wp-json\/wp\/v2\//i.test(url.pathname + url.search);

const titled = ({ text }: PageLink) => (text ? { title: text } : {});

const ofAlternate = (link: PageLink): readonly Candidate[] => {
  const known = alternates[link.type];
  if (!link.rel.includes('alternate') && !link.rel.includes('feed')) return [];
  if (known === undefined || !isFeedLike(link)) return [];
  const [kind, confidence] = known;
  const because = 'linked as an alternate';
  return [{ url: link.url.href, kind, ...titled(link), confidence: areComments(link) ? 0.2 : confidence, because }];
};

/** An agenda of Google that is shown in the page can also be read. */
const ofGoogle = (url: URL): string | undefined => {
  const source = /^\/calendar\/(u\/\d\/)?embed$/.test(url.pathname) ? url.searchParams.get('src') : null;
  return url.hostname === 'calendar.google.com' && source
    ? `https://calendar.google.com/calendar/ical/${encodeURIComponent(source)}/public/basic.ics`
    : undefined;
};

const isCalendar = ({ pathname, search }: URL): boolean =>
  /\.(ics|ical|ifb|vcs)$/i.test(pathname) ||
  /\/(ics|ical|icalendar)\/?$/i.test(pathname) ||
  /[?&](ical|outlook-ical)=1|[?&](format|type|_format)=(ics|ical)\b/i.test(search);

const isFeed = ({ pathname, search }: URL): boolean =>
  /\.(rss|atom|rdf)$|(^|[/_-])(rss2?|atom|feed|flux|backend|index|events?)\.(xml|php)$|\/(rss|atom|feed)\/?$/i.test(
    pathname,
  ) || /[?&](feed=(rss2?|atom)|page=backend|format=(rss|atom)|type=(rss|atom|100))\b/i.test(search);

/** A link under one event, to put it into one's own calendar. */
const isOfOneEvent = ({ url, text }: PageLink): boolean =>
  /\/(events?|evenements?|agenda)\/[^/]{3,300}\/|\/event\/detail\//i.test(url.pathname) ||
  /\b(ajouter|add to|add this)\b/i.test(text);

const ofLink = (link: PageLink, page: URL): readonly Candidate[] => {
  const google = ofGoogle(link.url);
  if (google) return [{ url: google, kind: 'calendar', confidence: 0.85, because: 'an agenda shown in the page' }];
  const kind = isCalendar(link.url) ? 'calendar' : isFeed(link.url) ? 'feed' : undefined;
  if (kind === undefined || link.element === 'iframe') return [];
  const sure = kind === 'calendar' ? (isOfOneEvent(link) ? 0.45 : 0.8) : 0.6;
  const near = areComments(link) ? 0.2 : link.url.hostname === page.hostname ? sure : sure - 0.2;
  return [{ url: link.url.href, kind, ...titled(link), confidence: near, because: 'linked in the page' }];
};

/** What the page itself links to. */
export const linkedIn = ({ links, url }: PageFacts): readonly Candidate[] =>
  links.flatMap((link) => (link.element === 'link' ? ofAlternate(link) : [...ofAlternate(link), ...ofLink(link, url)]));
