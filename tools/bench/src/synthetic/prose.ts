import type { Random } from './random.ts';

const subjects = ['Assemblée', 'Atelier', 'Rencontre', 'Permanence', 'Coworking', 'Chantier', 'Forum', 'Repair café'];
const about = [
  'des communs',
  'du numérique libre',
  'de l’alimentation',
  'de l’énergie',
  'du logement',
  'de la culture',
];
const words =
  'les communs une assemblée ouverte à toutes et à tous pour partager des ressources décider ensemble prendre soin du lieu préparer la prochaine saison avec les habitants du quartier autour d’un repas';

/** A title as somebody would write it. */
export const title = (random: Random, number: number): string =>
  `${random.of(subjects)} ${random.of(about)} n° ${number}`;

/** A summary of about so many characters, as it is after sanitising. */
export const summary = (random: Random, length: number): string => {
  const chosen: string[] = [];
  for (let size = 0; size < length; size += (chosen.at(-1)?.length ?? 0) + 1) chosen.push(random.of(words.split(' ')));
  return `<p>${chosen.join(' ')}.</p>`;
};
