export * from './events.js';
export * from './person.js';
