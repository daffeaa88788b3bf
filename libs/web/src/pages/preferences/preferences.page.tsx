import { tokenPage } from '../../components/token-page.js';
import { messages } from '../../i18n/messages.js';
import type { Page, PageRequest } from '../../page.js';

/** The language the letters come in today. */
const chosen = ({ outcome, language }: PageRequest): string => outcome?.values?.['langue'] ?? language;

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
          <option value="fr" lang="fr" selected={chosen(request) === 'fr'}>
            Français
          </option>
          <option value="en" lang="en" selected={chosen(request) === 'en'}>
            English
          </option>
        </select>
      </div>,
    ),
};
