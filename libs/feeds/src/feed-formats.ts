import { atom } from './atom/atom.js';
import type { FeedFormat } from './feed.js';
import { jsonFeed } from './json-feed/json-feed.js';
import { rss } from './rss/rss.js';

/** Every format of a feed. A new one: its folder, and one line here. */
export const feedFormats: readonly FeedFormat[] = [rss, atom, jsonFeed];
