export * from './document-shelf.js';
export * from './fetcher.conformance.js';
export * from './loopback.js';
