import type { Place } from '@relais/vocabulary';

/** A part of a text that is something else, such as a date: no name goes on across it. */
export const mark = '\u00a6';

const streets =
  'rue|avenue|av\\.|boulevard|bd|place|allées?|chemin|quai|cours|impasse|square|route|faubourg|passage|esplanade|parvis|galerie';
/** Where a sentence ends, rather than a word that was cut: `Dr. Calmette`. */
const sentenceEnd = String.raw`(?<!(?:^|[^\p{L}])(?:dr|st|ste|gal|mal|pr|mgr))[.!?]\s+\p{L}`;
const french = String.raw`\d{1,4}(?:\s?(?:bis|ter|[a-c]))?,?\s+(?:${streets})(?!\p{L})(?:(?!${sentenceEnd})[^\n,;()|${mark}]){0,80}`;
const english = String.raw`\d{1,4}[a-c]?\s+(?:\p{Lu}[\p{L}'’.-]{0,30}\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Square|Lane|Place|Way)\b`;
const address = new RegExp(`(?<![\\p{L}\\d])(?:${french}|${english})`, 'iu');
const cityWords = String.raw`\p{Lu}[\p{L}'’]{1,30}(?:(?:-|\s(?=\p{Lu})|\s(?:en|sur|d['’]|de|les|lez)\s)[\p{L}'’]{1,30}){0,5}`;
const withCode = new RegExp(String.raw`(?<!\d)(\d{5})\s+(${cityWords})`, 'u');
const cityAfter = new RegExp(String.raw`^\s{0,2}(?:\(?[,–-]?\s{0,2}(?:à|in)?\s{0,2})(${cityWords})`, 'u');
const cityAtEnd = new RegExp(String.raw`^(.*?)(?:\s+(?:à|in|[-–])\s+)(${cityWords})[\s.!]*$`, 'su');
const afterComma = new RegExp(String.raw`^([^,]+),\s{0,3}(${cityWords})[\s.!]*$`, 'su');
const label =
  /^[^\S\n]*\W{0,4}(?:lieu|où|adresse|rendez-vous|rdv|where|place|venue|location|address)[^\S\n]{0,3}[:：][^\S\n]*([^\n]{2,200})$/imu;
const before =
  /(?:^|[^\p{L}])(?:à la|à l['’]|au|aux|à|chez|dans (?:le|la|les)|at the|at|in the|@)\s*([^\n¦;:]{2,80}?)[\s,(–-]*$/iu;
const named =
  /(?<!\p{L})(?:à la|à l['’]|au|aux|chez|dans (?:le|la|les)|at the|at|à|in)\s{0,2}((?:\p{Lu}|(?:bar|bistrot|café|centre|cinéma|collège|école|jardin|lieu|local|lycée|parc|restaurant|salle|théâtre)\s)[^\n,.;:()|¦!?]{1,60}|«[^»\n]{1,60}»)/u;

/** What venues are called by, where no word leads to them. */
const venue =
  /(?<=[,(–-]\s{0,2}|^)((?:Maison|Salle|Café|MJC|Médiathèque|Bibliothèque|Mairie|Centre|Université|Tiers-lieu|Espace|Jardin|Théâtre|Librairie)\s[^\n,.;()¦]{2,60})(?=\s*(?:[,.)\n]|$))/mu;

const trimmed = (text: string | undefined): string | undefined =>
  text?.replace(/^[\s,.:;(«"–-]+|[\s,.:;()»"–!?-]+$/gu, '') || undefined;

/** The name that stands right before an address. */
const nameBefore = (text: string): string | undefined => {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const found = before.exec(line.slice(-120))?.[1] ?? (/[,(–-]\s*$/.test(line) ? line.slice(-80) : undefined);
  return found?.includes(mark) ? trimmed(found.slice(found.lastIndexOf(mark) + 1)) : trimmed(found);
};

const atAddress = (text: string, city: string, name?: string): Place | undefined => {
  const found = address.exec(text);
  if (found === null) return undefined;
  const written = withoutCity(found[0].split(withCode)[0] ?? '', city);
  const [, street = written, cityWithin] = cityAtEnd.exec(written) ?? [];
  const rest = text
    .slice(found.index + written.length)
    .split('\n', 2)
    .join(' ');
  const coded = withCode.exec(text.slice(found.index, found.index + 200));
  const inCity = coded?.[2] ?? cityWithin ?? cityAfter.exec(rest)?.[1];
  const called = name ?? nameBefore(text.slice(0, found.index));
  return {
    ...(called && { name: called }),
    ...(trimmed(street) && { address: trimmed(street) as string }),
    ...(coded?.[1] && { postalCode: coded[1] }),
    ...(inCity && { city: inCity }),
  };
};

/** A street behind which the city stands, with `à` between them or with nothing. */
const withoutCity = (text: string, city: string): string => {
  const street = text.replace(/[\s.!?]+$/u, '');
  if (!street.toLowerCase().endsWith(` ${city.toLowerCase()}`)) return text;
  return street.slice(0, -city.length - 1).replace(/\s+(?:à|in)$/iu, '');
};

/** Where a text says that it is; what is marked is passed over. `city` is one that is known, to be told from a venue. */
export const placeIn = (text: string, city: string): Place | undefined => {
  const labelled = label.exec(text)?.[1];
  if (labelled !== undefined) {
    const at = address.exec(labelled)?.index;
    const name = trimmed(at === undefined ? labelled : labelled.slice(0, at));
    return (at !== undefined && atAddress(labelled, city, name)) || venueOf(labelled, city);
  }
  const line = text.split('\n').find((one) => address.test(one));
  if (line !== undefined) return atAddress(text.slice(text.indexOf(line)), city);
  const found = named.exec(text) ?? venue.exec(text);
  if (found?.[1] === undefined) return undefined;
  const behind = /^,\s{0,3}([^\n,.;()¦]{2,40})(?=[.)]?\s*(?:\n|¦|$))/u.exec(text.slice(found.index + found[0].length));
  const at = behind && new RegExp(`^${cityWords}$`, 'u').test((behind[1] ?? '').trim()) ? behind[1] : undefined;
  const place = venueOf(found[1], city);
  return place && at && place.city === undefined ? { ...place, city: at.trim() } : place;
};

/** A venue, perhaps with its city behind it; or a city alone. */
const venueOf = (text: string, city: string): Place | undefined => {
  const coded = withCode.exec(text);
  const [, within = text, behind] = cityAtEnd.exec(text.trim()) ?? afterComma.exec(text.trim()) ?? [];
  const name = trimmed(coded ? text.slice(0, coded.index) : within);
  if (name?.toLowerCase() === city.toLowerCase()) return { city };
  const known = name?.toLowerCase().endsWith(city.toLowerCase()) ? name.slice(0, -city.length) : undefined;
  const isKnown = known !== undefined && /[,–-]\s*$/u.test(known);
  const found = coded?.[2] ?? behind ?? (isKnown ? city : undefined);
  const called = isKnown ? trimmed(known) : name;
  if (!called && !found) return undefined;
  return {
    ...(called && { name: called }),
    ...(coded?.[1] && { postalCode: coded[1] }),
    ...(found && { city: found }),
  };
};
