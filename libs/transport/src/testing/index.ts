export * from './document-shelf.js';
export * from './fetcher.conformance.js';
export * from './loopback.js';
export * from './mailer.conformance.js';
export * from './smtp-server.js';
export * from './dkim.js';
export * from './queue.conformance.js';
export * from './redis-server.js';
