export * from './compiled-by-mjml.js';
