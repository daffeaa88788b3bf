import type { consoleWords } from './wording.js';

type Words = (typeof consoleWords)['fr'];

/** What the console leads to. A new part: its page, and one line here. */
export const consoleParts: readonly Readonly<{ target: string; label: (words: Words) => string }>[] = [
  { target: '/admin', label: (words) => words.overview },
  { target: '/admin/sources', label: (words) => words.sourcesHeading },
  { target: '/admin/lettres', label: (words) => words.lettersHeading },
  { target: '/admin/rapprochements', label: (words) => words.rulingsHeading },
  { target: '/admin/rejeu', label: (words) => words.replayHeading },
];
