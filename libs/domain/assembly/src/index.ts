export * from './assembly.js';
export * from './events.js';
