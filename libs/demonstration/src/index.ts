export * from './calendar-document.js';
export * from './programme.js';
export * from './uuid.js';
export * from './write-programme.js';
