export * from './i18n/consent.js';
export * from './i18n/messages.js';
export { commonZone } from './components/rows.js';
export { wishInWords } from './components/wanted/expected.js';
export type { PersonsLetters, ShownConsent } from './components/wanted/persons-letters.js';
export { preferencesFrom, severalFields } from './components/wanted/preferences-fields.js';
export { rhythmOf } from './components/wanted/rhythm-choices.js';
export { noMomentPage } from './layout/as-of.js';
export * from './layout/document.js';
export * from './layout/error-pages.js';
export * from './layout/stylesheet.js';
export * from './page.js';
export * from './pages.js';
export { announcingPage } from './pages/announce/announce.page.js';
export {
  announceFields,
  type AnnounceDoubt,
  type AnnounceField,
  type Announcing,
} from './pages/announce/announcing.js';
export { answeringPage, answerOf, answerPage, isOver, type Answering } from './pages/answer/answer.page.js';
export { confirmPage } from './pages/confirm/confirm.page.js';
export { toldStoryPage } from './pages/gathering/told-story.page.js';
export { keepPage } from './pages/keep/keep.page.js';
export { leavePage, pauses } from './pages/leave/leave.page.js';
export { preferencesPage } from './pages/preferences/preferences.page.js';
export { subscribePage } from './pages/subscribe/subscribe.page.js';
export type * from './pages/why/explained.js';
export { explanationInWords } from './pages/why/in-words.js';
export { whyPage } from './pages/why/why.page.js';
