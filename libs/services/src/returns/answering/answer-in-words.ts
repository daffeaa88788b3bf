import type { Answer } from '@relais/attendance';

/** How people say it, in the languages of the letters. What is one answer's is no other's. */
const words: Record<Answer, RegExp> = {
  yes: /^(?:ok(?:ay)?|d['’]accord|présente?|👍)(?!\p{L})|(?<!\p{L})(?:oui|ouais|yes|yep|ja|jawel|je viens|j['’]y serai|je serai (?:là|présente?)|je participe|i(?: will| ?['’]ll)? (?:come|be there)|i(?: am|['’]m) coming|count me in|ik kom|ik ben erbij)(?!\p{L}| (?:niet|pas|not)(?!\p{L}))/iu,
  maybe:
    /(?<!\p{L})(?:peut[- ]?[eê]tre|maybe|perhaps|misschien|je ne sais pas|not sure|weet (?:ik )?(?:het )?(?:nog )?niet)(?!\p{L})/iu,
  no: /^absente?(?!\p{L})|(?<!\p{L})(?:non|nope|no|nee|neen|je ne (?:viens|viendrai|peux|pourrai|serai) pas|je n['’]y serai pas|i (?:can['’]?t|cannot|won['’]?t|will not) (?:come|make it|be there)|not coming|ik kom niet|ik kan niet)(?!\p{L})/iu,
};
const greeting =
  /^(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|dear|hallo|dag|beste|goe(?:de|ie)\p{L}*)(?!\p{L}).{0,40}$/iu;
/** A line that says so much says more than an answer. */
const longest = 120;

/** What the first line of somebody's own words answers; undefined where that is not clear. */
export const answerInWords = (ownWords: string): Answer | undefined => {
  const lines = ownWords.split('\n').map((line) => line.trim());
  const line = lines.find((one) => one !== '' && !greeting.test(one));
  if (line === undefined || line.length > longest || line.endsWith('?')) return undefined;
  const said = line.replace(/^[^\p{L}👍]+/u, '');
  const [answer, ...others] = (Object.keys(words) as Answer[]).filter((one) => words[one].test(said));
  return others.length === 0 ? answer : undefined;
};
