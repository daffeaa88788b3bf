export * from './entries.js';
export * from './feed-formats.js';
export * from './feed.js';
export * from './gathering-json.js';
export * from './icalendar/icalendar.js';
export * from './letters.js';
export * from './opml/opml.js';
