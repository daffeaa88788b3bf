export { dayInWords, daysInWords, monthInWords } from './days.js';
export * from './place-in-words.js';
export * from './when-in-words.js';
