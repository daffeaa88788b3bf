export * from './projected.js';
export * from './specification.js';
