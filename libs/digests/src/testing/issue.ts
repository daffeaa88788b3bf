import type { IssueContent } from '@relais/digest';
import type { GatheringId, IssueId } from '@relais/vocabulary';
import type { DigestIssue } from '../telling/issue.js';

const zone = 'Europe/Paris';

/** What an issue may say: every kind of date, a cancelled gathering, a guess, a place, news with and without a link. */
export const content: IssueContent = {
  upcoming: [
    {
      gathering: 'lille-132' as GatheringId,
      city: 'Lille',
      title: 'Assemblée des communs #132',
      when: { kind: 'timed', starts: '2026-11-26T17:00:00Z', ends: '2026-11-26T19:30:00Z', zone },
      place: { name: 'Maison de l’environnement', address: '23 rue Gosselet', postalCode: '59000', city: 'Lille' },
    },
    {
      gathering: 'atelier' as GatheringId,
      city: 'Lille',
      title: 'Atelier wiki',
      when: { kind: 'timed', starts: '2026-12-03T11:00:00Z', zone, zoneAssumed: true },
      cancelled: true,
    },
    {
      gathering: 'festival' as GatheringId,
      city: 'Lille',
      title: 'Roumics : les communs, deux jours de rencontres',
      when: { kind: 'all-day', from: '2026-12-31', until: '2027-01-01' },
      place: { name: 'MRES' },
    },
  ],
  announced: [
    {
      gathering: 'printemps' as GatheringId,
      city: 'Lille',
      title: 'Assemblée européenne des communs',
      when: { kind: 'all-day', from: '2027-04-10', until: '2027-04-10' },
    },
  ],
  news: [
    { title: 'Compte rendu de l’assemblée', link: 'https://blog.example/131?a=1&b=2', source: 'Le blog de Lille' },
    { title: 'Une page sans adresse', source: 'Wiki' },
  ],
};

export const issue: DigestIssue = {
  issue: 'info-lille-2026-11' as IssueId,
  date: '2026-11-15',
  content,
  assemblyName: 'Assemblée des communs de Lille',
  city: 'Lille',
  listName: 'Info Lille',
  language: 'fr',
  publicUrl: 'https://relais.example',
};

export const links = {
  confirm: 'https://relais.example/abonnement/confirmer?jeton=c',
  preferences: 'https://relais.example/abonnement/preferences?jeton=p',
  leave: 'https://relais.example/abonnement/quitter?jeton=l',
  why: 'https://relais.example/abonnement/pourquoi?jeton=w',
  answer: 'a-token.of-ours',
};
