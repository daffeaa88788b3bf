export * from './gathering-story.js';
export * from './gatherings-then.js';
export * from './moment-asked.js';
export * from './past-views.js';
export * from './public-projections.js';
