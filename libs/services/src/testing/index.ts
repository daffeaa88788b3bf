export * from './hub-under-test.js';
export * from './letters.js';
export * from './loopback.js';
export * from './spawned.js';
