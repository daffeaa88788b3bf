export * from './canary.js';
export * from './coming-back.js';
export * from './correction.js';
export * from './digest.js';
export * from './events.js';
export * from './issue-content.js';
export * from './issue.js';
export * from './letter.js';
