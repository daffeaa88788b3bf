import type { Preferences } from '@relais/mailing-list';
import type { Language, ListId } from '@relais/vocabulary';

/** What somebody asked for by a form. */
export type Wish = Readonly<{
  /** Of one or several cities. */
  lists: readonly ListId[];
  address: string;
  language: Language;
  /** How often; once a month unless said. */
  rhythm?: Preferences['rhythm'];
  form: string;
  wording: Readonly<{ id: string; text: string }>;
}>;
