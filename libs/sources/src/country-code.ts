/** The languages in which documents here name countries. */
const languages = ['fr', 'en', 'de', 'nl', 'es', 'it', 'pt', 'ca'];
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

let codes: ReadonlyMap<string, string> | undefined;

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

const codesByName = (): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = names.of(code);
      if (name !== undefined && !found.has(plain(name))) found.set(plain(name), code);
    }
  }
  return found;
};

/** A country's ISO 3166-1 code by its code or its name in one of the languages here; undefined where it is not known. */
export const countryCode = (country: string): string | undefined => {
  if (/^[a-z]{2}$/i.test(country)) return country.toUpperCase();
  codes ??= codesByName();
  return codes.get(plain(country));
};
