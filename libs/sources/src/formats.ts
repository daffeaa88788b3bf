import { communecter } from './communecter/communecter.js';
import { icalendar } from './icalendar/icalendar.js';
import { jsonFeed } from './json-feed/json-feed.js';
import type { SourceFormat } from './source-format.js';
import { xmlFeed } from './xml-feed/xml-feed.js';

/** Every format, the most particular first. A new format: its folder, and one line here. */
export const formats: readonly SourceFormat[] = [icalendar, jsonFeed, communecter, xmlFeed];
