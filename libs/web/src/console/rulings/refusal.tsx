import type { Language } from '@relais/vocabulary';
import type { RulingRefused } from './seen.js';
import { rulingsWords } from './words.js';

/** Why a ruling was not made, and which rulings stand against it. */
export const Refusal = ({ refused, language }: { refused: RulingRefused; language: Language }) => {
  const words = rulingsWords[language];
  const against = 'rulings' in refused ? refused.rulings : 'ruling' in refused ? [refused.ruling] : [];
  return (
    <p class="notice" role="alert">
      {words.refusals[refused.type]}{' '}
      {against.map((ruling) => (
        <a key={ruling} href={`#decision-${ruling}`}>
          {words.seeRuling} ({ruling})
        </a>
      ))}
    </p>
  );
};
