import type { Language } from '@relais/vocabulary';
import { messages } from '../i18n/messages.js';

/** The language in which letters come: `chosen`, or the page's own. */
export const LanguageChoice = ({ language, chosen }: { language: Language; chosen: string | undefined }) => (
  <div>
    <label for="langue">{messages[language].language}</label>
    <select id="langue" name="langue">
      <option value="fr" lang="fr" selected={(chosen ?? language) === 'fr'}>
        Français
      </option>
      <option value="en" lang="en" selected={(chosen ?? language) === 'en'}>
        English
      </option>
    </select>
  </div>
);
