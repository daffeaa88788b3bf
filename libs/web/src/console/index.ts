export * from './frame.js';
export * from './overview.js';
export * from './sign-in.js';
