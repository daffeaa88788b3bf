export { DocumentReader, type ReadingLimits } from './apart/document-reader.js';
export * from './described-document.js';
export * from './formats.js';
export { readCalendar } from './icalendar/icalendar.js';
export type { Period } from './icalendar/period.js';
export { plainText } from './plain-text.js';
export * from './read-document.js';
export { sanitisedHtml } from './sanitised-html.js';
export * from './source-format.js';
