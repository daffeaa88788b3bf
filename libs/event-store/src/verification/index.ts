export * from './chain-check.js';
export * from './checkpoint-note.js';
export * from './in-words.js';
export * from './signed-note.js';
export * from './verify.js';
