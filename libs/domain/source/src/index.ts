export * from './events.js';
export * from './item.js';
export * from './source.js';
