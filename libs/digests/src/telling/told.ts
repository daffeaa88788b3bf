import type { GatheringFact, NewsFact, VoteFact } from '@relais/digest';
import {
  momentInWords,
  placeInWords,
  whenCaveat,
  whenInWords,
  type Language,
  type TimeZone,
  type When,
} from '@relais/vocabulary';
import { wordsOf } from './words.js';

/** Where something can be done about a fact; `slot` names what is put at the end of the address, for each person. */
export type Act = Readonly<{ text: string; href: string; slot?: 'answer'; choices?: readonly Act[] }>;

/** One fact in the words of one language, whatever it is written in then: HTML, text, paper. */
export type Told = Readonly<{
  title: string;
  /** Where the whole of it can be read. */
  link?: string;
  /** It was called off. */
  off?: true;
  /** When, where, by whom: the first line is all that a short letter says beside the title. */
  lines: readonly string[];
  acts: readonly Act[];
}>;

/** A fact that a letter tells; `zone` is that of who votes. */
export type Tellable =
  | Readonly<{ kind: 'gathering'; fact: GatheringFact }>
  | Readonly<{ kind: 'vote'; fact: VoteFact; zone: TimeZone | undefined }>
  | Readonly<{ kind: 'news'; fact: NewsFact }>;

/** How facts are told: `personal` with links to answer by, each one's own; `cities` with the city of each, where there are several. */
export type Manner = Readonly<{ language: Language; publicUrl: string; personal: boolean; cities: boolean }>;

/** When it is, whether it was called off, and that its time zone is a guess where it is one. */
export const whenTold = (when: When | undefined, cancelled: boolean, language: Language): string => {
  const caveat = whenCaveat(when, language);
  const called = cancelled ? `${wordsOf[language].cancelled} · ` : '';
  return `${called}${whenInWords(when, language)}${caveat ? ` (${caveat})` : ''}`;
};

/** Only what a reader can follow from a letter; what no address holds as it is, written as addresses write it. */
const followed = (link: string | undefined): string | undefined =>
  link !== undefined && /^https?:\/\//i.test(link) ? link.replace(/[{}\s]/gu, encodeURIComponent) : undefined;

const said = (...lines: readonly (string | undefined)[]): string[] =>
  lines.filter((line): line is string => line !== undefined && line !== '');

/** What can be done about a gathering: nothing where it was called off but to have the calendar know. */
export const actsFor = (
  fact: GatheringFact,
  { language, publicUrl, personal }: Pick<Manner, 'language' | 'publicUrl' | 'personal'>,
): Act[] => {
  const { calendar, answer, answers } = wordsOf[language];
  const page = `${publicUrl}/rencontres/${fact.gathering}`;
  const choices = Object.entries(answers).map(([value, text]): Act => ({
    text,
    href: `${page}/reponse?reponse=${value}&jeton=`,
    slot: 'answer',
  }));
  const asking: Act = { text: answer, href: `${page}/reponse?jeton=`, slot: 'answer', choices };
  return [
    ...(fact.when ? [{ text: calendar, href: `${page}.ics` }] : []),
    ...(personal && !fact.cancelled ? [asking] : []),
  ];
};

const gatheringTold = (fact: GatheringFact, manner: Manner): Told => {
  const { title, when, place, cancelled } = fact;
  return {
    title,
    link: `${manner.publicUrl}/rencontres/${fact.gathering}`,
    ...(cancelled && { off: true }),
    lines: said(
      `${manner.cities ? `${fact.city} · ` : ''}${whenTold(when, cancelled === true, manner.language)}`,
      placeInWords(place),
    ),
    acts: actsFor(fact, manner),
  };
};

const newsTold = ({ title, link, source }: NewsFact, ...first: readonly string[]): Told => {
  const followable = followed(link);
  return { title, ...(followable && { link: followable }), lines: [...first, source], acts: [] };
};

const closing = ({ closes }: VoteFact, zone: TimeZone | undefined, language: Language): string[] =>
  closes === undefined
    ? []
    : [wordsOf[language].closes(`${momentInWords(closes, zone ?? 'UTC', language)}${zone ? '' : ' (UTC)'}`)];

export const toldOf = (tellable: Tellable, manner: Manner): Told => {
  switch (tellable.kind) {
    case 'gathering':
      return gatheringTold(tellable.fact, manner);
    case 'vote':
      return newsTold(tellable.fact, ...closing(tellable.fact, tellable.zone, manner.language));
    case 'news':
      return newsTold(tellable.fact);
  }
};
