export * from './admission/admission-letter.js';
export * from './compose.js';
export * from './confirmation/confirmation-letter.js';
export * from './digest/digest-letter.js';
export * from './headers.js';
export * from './shell/html.js';
export * from './template.js';
