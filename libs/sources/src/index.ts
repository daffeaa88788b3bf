export * from './described-document.js';
export * from './formats.js';
export * from './read-document.js';
export * from './source-format.js';
