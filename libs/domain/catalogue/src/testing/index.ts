export * from './examples.js';
export * from './recorded-shapes.js';
