export * from './hub-under-test.js';
export * from './letters.js';
export * from './receiving.js';
export * from './sources-under-test.js';
export * from './spawned.js';
export * from './signed-in.js';
export * from './streamed.js';
