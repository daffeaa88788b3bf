export * from './i18n/consent.js';
export * from './layout/document.js';
export * from './layout/error-pages.js';
export * from './layout/stylesheet.js';
export * from './page.js';
export * from './pages.js';
