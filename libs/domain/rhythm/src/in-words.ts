import type { Language } from '@relais/vocabulary';
import type { Plan } from './events.js';
import { partsOfRule } from './rule.js';

type Words = Readonly<{
  days: readonly string[];
  nth: Readonly<Record<string, string>>;
  weekly: (day: string, every: string) => string | undefined;
  monthly: (ordinal: string, day: string) => string;
  clock: (hour: string, minute: string) => string;
  and: string;
  inTurn: string;
}>;

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const words: Readonly<Record<Language, Words>> = {
  fr: {
    days: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    nth: { 1: 'premier', 2: 'deuxième', 3: 'troisième', 4: 'quatrième', '-1': 'dernier', '-2': 'avant-dernier' },
    weekly: (day, every) => ({ 1: `chaque ${day}`, 2: `un ${day} sur deux` })[every],
    monthly: (ordinal, day) => `${ordinal} ${day} du mois`,
    clock: (hour, minute) => `${Number(hour)}\u00a0h\u00a0${minute}`,
    ...{ and: 'et', inTurn: 'en alternance' },
  },
  en: {
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    nth: { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', '-1': 'last', '-2': 'last but one' },
    weekly: (day, every) => ({ 1: `every ${day}`, 2: `every other ${day}` })[every],
    monthly: (ordinal, day) => `${ordinal} ${day} of the month`,
    clock: (hour, minute) => `${hour}:${minute}`,
    ...{ and: 'and', inTurn: 'in turn' },
  },
  nl: {
    days: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
    nth: { 1: 'eerste', 2: 'tweede', 3: 'derde', 4: 'vierde', '-1': 'laatste', '-2': 'voorlaatste' },
    weekly: (day, every) => ({ 1: `elke ${day}`, 2: `om de twee weken op ${day}` })[every],
    monthly: (ordinal, day) => `${ordinal} ${day} van de maand`,
    clock: (hour, minute) => `${Number(hour)}.${minute}\u00a0uur`,
    ...{ and: 'en', inTurn: 'om beurten' },
  },
};

/** A rule in words, where it is one that people have words for: « dernier jeudi du mois »; undefined for others. */
export const ruleInWords = (rule: string, language: Language): string | undefined => {
  const parts = partsOfRule(rule);
  const said = [...parts.keys()].filter((name) => name !== 'COUNT' && name !== 'WKST' && name !== 'INTERVAL').sort();
  const [, nth = '', code = ''] = /^\+?(-?\d*)([A-Z]{2})$/.exec(parts.get('BYDAY') ?? '') ?? [];
  const day = words[language].days[codes.indexOf(code)];
  const every = parts.get('INTERVAL') ?? '1';
  if (day === undefined || said.join() !== 'BYDAY,FREQ') return undefined;
  if (parts.get('FREQ') === 'WEEKLY' && nth === '') return words[language].weekly(day, every);
  const ordinal = Object.hasOwn(words[language].nth, nth) ? words[language].nth[nth] : undefined;
  if (parts.get('FREQ') !== 'MONTHLY' || ordinal === undefined || every !== '1') return undefined;
  return words[language].monthly(ordinal, day);
};

const clock = (time: string, language: Language): string => {
  const [hour = '', minute = ''] = time.split(':');
  return words[language].clock(hour, minute);
};

/** Hours in words: « 12 h 00 et 18 h 00 en alternance ». French and Dutch ones hold no-break spaces. */
export const timesInWords = ({ times }: Plan, language: Language): string => {
  const said = times.map((time) => clock(time, language));
  if (said.length === 1) return said.join();
  const { and, inTurn } = words[language];
  return `${said.slice(0, -1).join(', ')} ${and} ${said.at(-1) ?? ''} ${inTurn}`;
};
