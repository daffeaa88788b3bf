export * from './events.js';
export * from './in-words.js';
export * from './occurrences.js';
export * from './rhythms.js';
export { ruleProblem } from './rule.js';
