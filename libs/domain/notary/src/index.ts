export * from './due.js';
export * from './events.js';
export * from './notary.js';
