import type { GatheringFact, IssueContent } from '@relais/digest';
import {
  admissionLetter,
  confirmationLetter,
  correctionLetter,
  editionLetter,
  filled,
  reminderLetter,
  wholeEdition,
  type LetterTemplate,
  type TellableIssue,
} from '@relais/digests';
import type { GatheringId, IssueId, Language } from '@relais/vocabulary';

const zone = 'Europe/Paris';
const word = 'Assemblée-des-communs-extraordinairement-longue-'.repeat(10);
const meeting: GatheringFact = {
  ...{ gathering: 'lille-132' as GatheringId, city: 'Lille', title: 'Assemblée des communs #132' },
  when: { kind: 'timed', starts: '2026-11-26T17:00:00Z', ends: '2026-11-26T19:30:00Z', zone },
  place: { name: 'Maison de l’environnement', address: '23 rue Gosselet', postalCode: '59000', city: 'Lille' },
};
const festival: GatheringFact = {
  ...{ gathering: 'festival' as GatheringId, city: 'Lille', title: 'Roumics : deux jours de rencontres' },
  ...{ when: { kind: 'all-day', from: '2026-12-31', until: '2027-01-01' }, place: { name: 'MRES' } },
};

const content: IssueContent = {
  upcoming: [
    meeting,
    festival,
    { gathering: 'atelier' as GatheringId, city: 'Lille', title: 'Atelier wiki', cancelled: true },
    { gathering: 'long' as GatheringId, city: 'Lille', title: word, place: { name: word } },
  ],
  announced: [],
  votes: [
    { title: 'Budget de 2027', link: 'https://vote.example/1', source: 'Loomio', closes: '2026-11-24T17:00:00Z' },
    { title: word, link: `https://vote.example/${word}`, source: word },
  ],
  minutes: [{ title: 'Compte rendu de l’assemblée', link: 'https://wiki.example/131', source: 'Wiki' }],
  news: [
    { title: 'Une forge pour les communs', link: 'https://blog.example/131?a=1&b=2', source: 'Le blog de Lille' },
    { title: 'Une page sans adresse', source: 'Wiki' },
  ],
};

const lille: TellableIssue = {
  ...{ issue: 'info-lille-2026-11' as IssueId, date: '2026-11-23', content, zone },
  ...{ assemblyName: 'Assemblée des communs de Lille', city: 'Lille', listName: 'Info Lille' },
  publicUrl: 'https://relais.example',
};
const roubaix: TellableIssue = {
  ...{ ...lille, issue: 'info-roubaix-2026-11' as IssueId, city: 'Roubaix' },
  ...{ assemblyName: 'Les communs de Roubaix', listName: 'Info Roubaix' },
  content: { ...content, upcoming: [{ ...meeting, gathering: 'rbx' as GatheringId, city: 'Roubaix' }] },
};
const huge: TellableIssue = {
  ...lille,
  content: {
    ...content,
    upcoming: Array.from({ length: 900 }, (_, index) => ({ ...meeting, gathering: `g${index}` as GatheringId })),
  },
};

const to = (page: string): string =>
  `https://relais.example/abonnement/${page}?jeton=c3Vic2NyaXB0aW9uLTE.6yxe4SYLsEAO2`;
const slots = {
  ...{ leave: to('quitter'), preferences: to('preferences'), why: to('pourquoi'), keep: to('garder') },
  ...{ confirm: to('confirmer'), enter: 'https://relais.example/admin/entrer?jeton=x', answer: 'c3Vic2.6yxe4SYLsEAO2' },
};

/** One letter of every kind that has HTML, by name. */
export const sentLetters = (language: Language): Readonly<Record<string, LetterTemplate>> => {
  const whole = wholeEdition(language);
  const names = { listName: 'Info Lille', assemblyName: lille.assemblyName, language };
  const corrected = { ...{ language, listName: 'Info Lille' }, issue: lille.issue, publicUrl: lille.publicUrl };
  const letters: Record<string, LetterTemplate> = {
    digest: editionLetter(whole, [lille]),
    short: editionLetter({ ...whole, length: 'short' }, [lille]),
    empty: editionLetter(whole, [{ ...lille, content: { upcoming: [], announced: [], news: [] } }]),
    cities: editionLetter(whole, [lille, roubaix]),
    huge: editionLetter(whole, [huge]),
    correction: correctionLetter({ ...corrected, before: meeting, after: { ...meeting, place: { name: word } } }),
    cancelled: correctionLetter({ ...corrected, before: festival, after: { ...festival, cancelled: true } }),
    reminder: reminderLetter({ ...names, until: '2026-12-23' }),
    confirmation: confirmationLetter(names),
    admission: admissionLetter({ host: 'relais.example', minutes: 15, language }),
  };
  return Object.fromEntries(Object.entries(letters).map(([name, letter]) => [name, filled(letter, slots)]));
};
