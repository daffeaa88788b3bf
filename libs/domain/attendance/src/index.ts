export * from './attendance.js';
export * from './events.js';
