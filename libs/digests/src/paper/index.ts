export * from './notice-aside.js';
export { noticePdf, type Posted } from './notice-pdf.js';
