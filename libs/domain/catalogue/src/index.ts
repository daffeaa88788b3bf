export * from './hub-event.js';
export * from './known-event.js';
