export * from './events.js';
export * from './item.js';
export * from './known-source.js';
export * from './source.js';
