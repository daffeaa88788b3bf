import { dayInWords, localTime } from '@relais/vocabulary';
import { languageNames } from '../../i18n/language-names.js';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { PageRequest } from '../../page.js';
import { citiesOf } from '../rows.js';
import { expectedInWords } from './expected.js';
import { lettersOf, rhythmInWords } from './letters.js';

/** What somebody will receive, and how much that is. */
export const WantedSummary = ({ request }: { request: PageRequest }) => {
  const { language, models, now } = request;
  const words = wantedWords[language];
  const { preferences } = lettersOf(request);
  const { cities, rhythm, pausedUntil } = preferences;
  const isPaused = pausedUntil !== null && pausedUntil > localTime(now, preferences.zone).date;
  const names = citiesOf(request);
  return (
    <div class="card">
      <h2>{words.youGet}</h2>
      <dl class="facts">
        <dt>{words.cities}</dt>
        <dd>{cities === 'all' ? words.allCities : cities.map((city) => names.get(city) ?? city).join(', ')}</dd>
        <dt>{words.rhythm}</dt>
        <dd>{rhythmInWords(rhythm, words)}</dd>
        <dt>{words.language}</dt>
        <dd lang={preferences.language}>{languageNames[preferences.language]}</dd>
      </dl>
      <p>
        <strong>{expectedInWords(models, now, preferences, language)}</strong>{' '}
        {isPaused && words.paused(dayInWords(pausedUntil, language))}
      </p>
    </div>
  );
};
