import { activitystreams } from './activitystreams/activitystreams.js';
import { chatWebhook } from './chat-webhook/chat-webhook.js';
import { communecter } from './communecter/communecter.js';
import { gancio } from './gancio/gancio.js';
import { html } from './html/html.js';
import { icalendar } from './icalendar/icalendar.js';
import { jsonFeed } from './json-feed/json-feed.js';
import { mobilizon } from './mobilizon/mobilizon.js';
import { openagenda } from './openagenda/openagenda.js';
import { yeswiki } from './yeswiki/yeswiki.js';
import { wordpress } from './wordpress/wordpress.js';
import { mediawiki } from './mediawiki/mediawiki.js';
import type { SourceFormat } from './source-format.js';
import { xmlFeed } from './xml-feed/xml-feed.js';

/** Every format, the most particular first. A new format: its folder, and one line here. */
export const formats: readonly SourceFormat[] = [
  icalendar,
  jsonFeed,
  activitystreams,
  gancio,
  mobilizon,
  openagenda,
  yeswiki,
  wordpress,
  mediawiki,
  communecter,
  xmlFeed,
  html,
  chatWebhook,
];
