export * from './assembly.js';
export * from './events.js';
export * from './public-address.js';
