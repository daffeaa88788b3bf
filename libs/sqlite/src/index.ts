export * from './write-ahead.js';
