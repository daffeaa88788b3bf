export * from './configuration.js';
export type { ExternalList } from './lists.js';
export * from './read-configuration.js';
export * from './settings.js';
export * from './sources-to-read.js';
export * from './themes.js';
