export * from './due-moment.js';
export * from './events.js';
export * from './expected-letters.js';
export * from './mailing-list.js';
export * from './preferences.js';
export * from './subscriber-import.js';
export * from './subscription.js';
