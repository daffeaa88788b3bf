import { LanguageChoice } from '../../components/language-choice.js';
import { tokenPage } from '../../components/token-page.js';
import type { Page } from '../../page.js';

/** Where a person chooses the language of their letters, without an account. */
export const preferencesPage: Page = {
  name: 'preferences',
  paths: ['/abonnement/preferences'],
  render: (request) =>
    tokenPage(
      request,
      'changed',
      (words) => ({
        title: words.preferencesTitle,
        text: words.preferencesText,
        button: words.save,
        doneTitle: words.preferencesTitle,
        doneText: words.changed,
      }),
      <LanguageChoice language={request.language} chosen={request.outcome?.values?.['langue']} />,
    ),
};
