import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { PageRequest } from '../../page.js';
import { pathOf } from '../links.js';
import { lettersOf } from './letters.js';

type Of = { request: PageRequest; to: 'preferences' | 'quitter'; label?: string };

/** From one page by token to another one of the same person. */
export const TokenLink = ({ request, to, label }: Of) => {
  const { language } = request;
  const { tokens } = lettersOf(request);
  const words = wantedWords[language];
  if (tokens === undefined) return null;
  const jeton = to === 'quitter' ? tokens.leave : tokens.preferences;
  return (
    <p>
      <a href={pathOf(`/abonnement/${to}?${new URLSearchParams({ jeton })}`, language)}>
        {label ?? (to === 'quitter' ? words.toLeave : words.toPreferences)}
      </a>
    </p>
  );
};
