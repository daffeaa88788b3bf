import type { AssemblyRow } from '@relais/read-models';
import type { Language } from '@relais/vocabulary';
import { messages, type Messages } from '../i18n/messages.js';
import { pathOf } from './links.js';

const parts = [
  { name: '', label: (_: Messages, city: string) => city },
  { name: '/agenda', label: (words: Messages) => words.agenda },
  { name: '/histoire', label: (words: Messages) => words.history },
  { name: '/abonnement', label: (words: Messages) => words.subscribe },
] as const;

/** Where a page of an assembly stands: the assembly's name, and the way to its other pages. */
export const AssemblyNav = ({ row, language, path }: { row: AssemblyRow; language: Language; path: string }) => {
  const words = messages[language];
  const { assembly, profile } = row;
  return (
    <nav class="local" aria-label={profile.name}>
      <ul>
        {parts.map(({ name, label }) => {
          const target = `/${assembly}${name}`;
          return (
            <li key={name}>
              <a href={pathOf(target, language)} aria-current={target === path ? 'page' : undefined}>
                {label(words, profile.city)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
