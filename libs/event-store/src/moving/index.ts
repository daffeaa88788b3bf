export * from './chain-of.js';
export * from './export-lines.js';
export * from './exported-log.js';
export * from './go-on.js';
export * from './lines-of.js';
export { trailerOf } from './log-lines.js';
export * from './logs-part.js';
