import { tokenPage } from '../../components/token-page.js';
import { messages } from '../../i18n/messages.js';
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
        text: words.subscribeIntro,
        button: words.save,
        doneTitle: words.preferencesTitle,
        doneText: words.changed,
      }),
      <div>
        <label for="langue">{messages[request.language].language}</label>
        <select id="langue" name="langue">
          <option value="fr" lang="fr" selected={request.language === 'fr'}>
            Français
          </option>
          <option value="en" lang="en" selected={request.language === 'en'}>
            English
          </option>
        </select>
      </div>,
    ),
};
