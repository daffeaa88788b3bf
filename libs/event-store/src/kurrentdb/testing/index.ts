export * from './event-store-server.js';
export * from './own-part.js';
export * from './certificate.js';
export * from './given-server.js';
