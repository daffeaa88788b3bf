import type { GatheringFact } from '@relais/digest';
import { placeInWords, type Language } from '@relais/vocabulary';
import { whenTold } from '../telling/told.js';
import { wordings } from './wording.js';

/** A gathering as a letter told it, and as it is now. */
export type Changed = Readonly<{ before: GatheringFact; after: GatheringFact; language: Language }>;

/** One thing that is not as a letter said, in words. */
export type Change = Readonly<{ what: string; before: string; now: string }>;

/** What a reader would read otherwise of a gathering. That it was called off is said before all of it, and not here. */
export const changesOf = ({ before, after, language }: Changed): Change[] => {
  const { what, nowhere } = wordings[language];
  const all: Change[] = [
    { what: what.title, before: before.title, now: after.title },
    { what: what.when, before: whenTold(before.when, false, language), now: whenTold(after.when, false, language) },
    { what: what.where, before: placeInWords(before.place) || nowhere, now: placeInWords(after.place) || nowhere },
  ];
  return all.filter((change) => change.before !== change.now);
};
