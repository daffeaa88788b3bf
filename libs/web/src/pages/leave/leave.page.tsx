import { tokenPage } from '../../components/token-page.js';
import type { Page } from '../../page.js';

/** Where every letter's link to unsubscribe leads. */
export const leavePage: Page = {
  name: 'leave',
  paths: ['/abonnement/quitter'],
  render: (request) =>
    tokenPage(request, 'left', (words) => ({
      title: words.leaveTitle,
      text: words.leaveText,
      button: words.leave,
      doneTitle: words.left,
      doneText: words.leftText,
    })),
};
