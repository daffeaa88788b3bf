export * from './canonical-url.js';
export * from './gathering-id.js';
export * from './known-gathering.js';
export * from './ladder.js';
export * from './place.js';
export * from './recognition.js';
export * from './title.js';
