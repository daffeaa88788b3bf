import { tokenPage } from '../../components/token-page.js';
import type { Page } from '../../page.js';

/** Where the link of the confirmation letter leads. */
export const confirmPage: Page = {
  name: 'confirm',
  paths: ['/abonnement/confirmer'],
  render: (request) =>
    tokenPage(request, 'confirmed', (words) => ({
      title: words.confirmTitle,
      text: words.confirmText,
      button: words.confirm,
      doneTitle: words.confirmed,
      doneText: words.confirmedText,
    })),
};
