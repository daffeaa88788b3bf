import { firstWords, titleText } from '../plain-text.js';
import { mark } from './places.js';

const label = /^\W{0,4}(?:titre|title|objet|subject|événement|event|quoi|what)\s{0,3}[:：]\s*(.{2,})$/iu;
/** A line that says where or when, or only greets. */
const otherwise =
  /^\W{0,4}(?:lieu|où|adresse|rendez-vous|rdv|where|place|venue|location|address|quand|date|horaires?|heure|when|time|accueil|début|fin|ouverture|doors|entrée|tarif|prix|contact|inscriptions?)\b|^(?:bonjour|salut|cher|chère|chères|hello|hi|dear)\b.{0,40}$/iu;
/** What stands between a title and the date that follows it. */
const joining =
  /[\s,.;:(|–—-]+(?:(?:qui aura lieu|aura lieu|se tiendra|rendez-vous|rdv|le|la|ce|du|de|dès|à partir de|à|au|un|on|this|from|at|the|in)[\s,:]*)*$/iu;

/** The words before a date, or behind one that announces them with a colon. */
const beforeMark = (line: string): string => {
  const at = line.indexOf(mark);
  if (at < 0) return line;
  const before = ` ${line.slice(0, at)} `.replace(joining, '');
  return /\p{L}{3}/u.test(before)
    ? before
    : (/^\s*[:–—]\s*(.*)$/u.exec(line.slice(line.lastIndexOf(mark) + 1))?.[1] ?? '');
};

const clean = (line: string): string =>
  titleText(line.replaceAll('<', '\u2039'))
    .replaceAll('\u2039', '<')
    .replace(/^[^\p{L}\p{N}«"“([]+|[\s,;:–—-]+$/gu, '');

/** The words that name it: labelled, or the first line that says something else than when and where. */
export const titleIn = (text: string): string | undefined => {
  const lines = text.split('\n').slice(0, 40);
  const labelled = lines.flatMap((line) => label.exec(line)?.[1] ?? [])[0];
  const said =
    labelled ??
    lines
      .filter((line) => !otherwise.test(line.trim()))
      .map(beforeMark)
      .find((line) => /\p{L}{3}/u.test(line));
  return said === undefined ? undefined : firstWords(clean(said), 120) || undefined;
};
