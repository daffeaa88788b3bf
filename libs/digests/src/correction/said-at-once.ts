import { whenTold } from '../telling/told.js';
import { wordsOf } from '../telling/words.js';
import type { Change, Changed } from './changes.js';
import { wordings } from './wording.js';

/** A title of others, as long as a subject may be. */
const short = (title: string): string => {
  const line = title.replace(/\s+/gu, ' ').trim();
  return line.length > 100 ? `${Array.from(line).slice(0, 99).join('')}…` : line;
};

/** The subject and the first line say what happened: who reads no further knows it. */
export const saidAtOnce = (
  { before, after, language }: Changed,
  changes: readonly Change[],
): Readonly<{ subject: string; first: string }> => {
  const words = wordings[language];
  const [title, name] = [short(after.title), wordsOf[language].quoted(after.title)];
  if (after.cancelled && !before.cancelled)
    return { subject: words.off(title), first: words.isOff(name, whenTold(before.when, false, language)) };
  if (before.cancelled && !after.cancelled)
    return { subject: words.on(title), first: words.isOn(name, whenTold(after.when, false, language)) };
  const what = changes.map((change) => change.what).join(', ');
  return { subject: words.changed(title), first: words.hasChanged(name, what) };
};
