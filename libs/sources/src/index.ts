export * from './formats.js';
export * from './read-document.js';
export * from './source-format.js';
