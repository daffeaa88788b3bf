export * from './chain.js';
export * from './command-handler.js';
export * from './event-store.js';
export * from './memory/memory-event-store.js';
export * from './sqlite/log-file.js';
export * from './sqlite/sqlite-event-store.js';
export * from './sqlite/verify-log.js';
export * from './verification/index.js';
