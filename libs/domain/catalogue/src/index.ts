export * from './hub-event.js';
export * from './known-event.js';
export * from './upcasters/shapes.js';
export * from './upcasters/unknown.js';
