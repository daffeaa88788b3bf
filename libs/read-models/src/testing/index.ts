export * from './history.js';
export * from './projected.js';
export * from './samples.js';
export * from './specification.js';
