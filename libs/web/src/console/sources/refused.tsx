import type { Language } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import type { AddingRefused } from './seen.js';
import { sourcesWords } from './words.js';

/** Why nothing was added or removed, and which source stands against it. */
export const Refused = ({ refused, language }: { refused: AddingRefused; language: Language }) => {
  const words = sourcesWords[language];
  const told = 'expected' in refused ? refused.expected : 'what' in refused ? refused.what : undefined;
  return (
    <p class="notice" role="alert">
      {words.refusals[refused.type]} {told !== undefined && <span lang="en">{told}</span>}
      {'source' in refused && (
        <a href={pathOf(`/sources/${encodeURIComponent(refused.source)}`, language)}>{refused.source}</a>
      )}
    </p>
  );
};
