export * from './events.js';
export * from './item.js';
export * from './known-source.js';
export type { Report, ReportedItem } from './report.js';
export * from './source.js';
