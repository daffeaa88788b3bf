export * from './events.js';
export * from './ruling.js';
export * from './standing-rulings.js';
