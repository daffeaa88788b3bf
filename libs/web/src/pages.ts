import type { Page } from './page.js';
import { agendaPage } from './pages/agenda/agenda.page.js';
import { announcePage } from './pages/announce/announce.page.js';
import { answerPage } from './pages/answer/answer.page.js';
import { assemblyPage } from './pages/assembly/assembly.page.js';
import { confirmPage } from './pages/confirm/confirm.page.js';
import { gatheringPage } from './pages/gathering/gathering.page.js';
import { historyPage } from './pages/history/history.page.js';
import { homePage } from './pages/home/home.page.js';
import { journalPage } from './pages/journal/journal.page.js';
import { keepPage } from './pages/keep/keep.page.js';
import { leavePage } from './pages/leave/leave.page.js';
import { letterPage } from './pages/letter/letter.page.js';
import { lettersPage } from './pages/letters/letters.page.js';
import { preferencesPage } from './pages/preferences/preferences.page.js';
import { sourcePage } from './pages/source/source.page.js';
import { sourcesPage } from './pages/sources/sources.page.js';
import { subscribePage } from './pages/subscribe/subscribe.page.js';

/** Every page. A new one: its folder, and one line here. */
export const pages: readonly Page[] = [
  homePage,
  assemblyPage,
  agendaPage,
  historyPage,
  journalPage,
  gatheringPage,
  sourcesPage,
  sourcePage,
  subscribePage,
  announcePage,
  answerPage,
  confirmPage,
  preferencesPage,
  keepPage,
  leavePage,
  lettersPage,
  letterPage,
];
