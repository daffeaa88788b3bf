export * from './canonical-json.js';
export * from './clock.js';
export * from './identifiers.js';
export * from './language.js';
export * from './place.js';
export * from './sealed.js';
export * from './time.js';
export * from './zoned-time.js';
