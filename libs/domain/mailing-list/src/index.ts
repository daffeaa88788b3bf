export * from './events.js';
export * from './mailing-list.js';
export * from './subscription.js';
