import type { Place } from '@relais/vocabulary';
import type { Fact } from './announced.ts';
import type { Chance } from './chance.ts';
import { subtitles } from './occasions.ts';
import type { Language } from './towns.ts';

const locales: Record<Language, string> = { fr: 'fr-FR', nl: 'nl-BE', en: 'en-GB' };
const dayOf = ({ date, language }: Fact, style: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', ...style }).format(new Date(`${date}T12:00:00Z`));
const hour = ({ time, language }: Fact): string =>
  language === 'fr'
    ? time.replace(':', 'h').replace(/h00$/, 'h')
    : language === 'nl'
      ? `${time.replace(':', '.')} uur`
      : time;

/** The town or the day before the title, as people write who post to a page of a region. */
export const prefixed = (fact: Fact, chance: Chance): string => {
  const { title, town } = fact;
  return chance.among([
    `${town.name} : ${title}`,
    `[${town.name}] ${title}`,
    `${town.name.toUpperCase()} - ${title}`,
    `${dayOf(fact, { day: '2-digit', month: '2-digit' })} - ${title}`,
    `${dayOf(fact, { weekday: 'long', day: 'numeric', month: 'long' })} : ${title}`,
    `[${dayOf(fact, { day: 'numeric', month: 'short' })}] ${title}`,
    `${dayOf(fact, { day: 'numeric', month: 'long', year: 'numeric' })} | ${hour(fact)} | ${title}`,
    `📅 ${dayOf(fact, { day: '2-digit', month: '2-digit' })} ${hour(fact)} – ${title}`,
  ]);
};

/** Where or when, after the title. */
export const suffixed = (fact: Fact, chance: Chance): string => {
  const { title, town, venue, language } = fact;
  const at = { fr: 'à', nl: 'in', en: 'at' }[language];
  return chance.among([
    `${title} ${at} ${town.name}`,
    `${title} – ${hour(fact)}`,
    `${title} @ ${venue.names[0]}`,
    `${title} (${dayOf(fact, { day: 'numeric', month: 'long' })})`,
    `${title} ${at} ${venue.names.at(-1)}, ${dayOf(fact, { weekday: 'long' })} ${hour(fact)}`,
  ]);
};

export const subtitled = ({ title, language }: Fact, chance: Chance): string =>
  `${title}${chance.among([' : ', ' – ', ', ', ' | '])}${chance.among(subtitles[language])}`;

export const loud = (title: string, chance: Chance): string => {
  const emoji = chance.among(['🎉', '🌱', '🚲 ', '✊🏽', '🔥🔥', '👩‍🌾']);
  return chance.among([
    title.toUpperCase(),
    `${emoji} ${title} ${emoji}`,
    `${title} !!!`,
    `« ${title} »`,
    `${emoji}${title.toUpperCase()} !`,
  ]);
};

/** A letter left out, doubled, or two swapped, within a word of five letters or more. */
export const mistyped = (title: string, chance: Chance): string => {
  const long = [...title.matchAll(/\p{L}{5,}/gu)];
  const word = chance.among(long.length > 0 ? long : [...title.matchAll(/\p{L}{2,}/gu)]);
  const at = word.index + chance.whole(1, Math.max(1, word[0].length - 3));
  const [before, one, two, after] = [title.slice(0, at), title.charAt(at), title.charAt(at + 1), title.slice(at + 2)];
  return chance.among([
    `${before}${two}${after}`,
    `${before}${one}${one}${two}${after}`,
    `${before}${two}${one}${after}`,
  ]);
};

/** One address as different people and geocoders write it, with or without the name of the house. */
export const addressed = ({ venue, town }: Fact, chance: Chance): Place => {
  const { number, street } = venue;
  const short = street
    .replace(/^avenue/, 'av.')
    .replace(/^boulevard/, 'bd')
    .replace(/^rue/, 'r.')
    .replace(/^place/, 'pl.')
    .replace(/Street$/, 'St')
    .replace(/Road$/, 'Rd')
    .replace(/straat$/, 'str.');
  const address = chance.among([
    `${number}, ${street}`,
    `${number} ${street}, ${town.postalCode} ${town.name}`,
    `${number} ${short}`,
    `${street} ${number}`,
    `${number} ${street.toUpperCase()}`,
    `${venue.names[0]}, ${number} ${street} - ${town.postalCode} ${town.name}`,
    `${number} ${short}, ${town.postalCode} ${town.name}, ${town.country}`,
    `${number} ${street.replace(/é|è|ê/g, 'e')} (${town.name})`,
  ]);
  return {
    address,
    ...(chance.draw() < 0.5 && { name: venue.names[0] }),
    ...(chance.draw() < 0.6 && { city: town.name }),
  };
};

/** « Annulé », as it comes before a title. */
export const calledOff = ({ title, language }: Fact, chance: Chance): string => {
  const words = {
    fr: ['ANNULÉ', 'Annulée', 'REPORTÉ'],
    nl: ['GEANNULEERD', 'Afgelast'],
    en: ['CANCELLED', 'Postponed'],
  }[language];
  const word = chance.among(words);
  return chance.among([
    `${word} – ${title}`,
    `[${word}] ${title}`,
    `${title} (${word.toLowerCase()})`,
    `⚠️ ${word} : ${title}`,
  ]);
};
