export * from './digest.js';
export * from './events.js';
export * from './issue-content.js';
export * from './letter.js';
