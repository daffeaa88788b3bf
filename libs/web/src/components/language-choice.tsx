import { languages, type Language } from '@relais/vocabulary';
import { languageNames } from '../i18n/language-names.js';
import { messages } from '../i18n/messages.js';

/** The language in which letters come: `chosen`, or the page's own. */
export const LanguageChoice = ({ language, chosen }: { language: Language; chosen: string | undefined }) => (
  <div>
    <label for="langue">{messages[language].language}</label>
    <select id="langue" name="langue">
      {languages.map((one) => (
        <option key={one} value={one} lang={one} selected={(chosen ?? language) === one}>
          {languageNames[one]}
        </option>
      ))}
    </select>
  </div>
);
