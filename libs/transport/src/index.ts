export * from './fetcher.js';
export * from './keys.js';
export * from './mailer.js';
export * from './queue.js';
