export * from './source-format.js';
