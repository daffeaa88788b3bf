export * from './start/run.js';
