import { Unavailable } from '../../wiring/unavailable.js';

/** Which column holds what, counted from 0. */
export type Columns = Readonly<{
  address: number;
  language?: number;
  since?: number;
  /** Whether the line that said so is a line of names, and of nobody. */
  isHeader: boolean;
}>;

/** What a column can hold; all others are not even looked at. */
export const contents = ['address', 'language', 'since'] as const;
type Content = (typeof contents)[number];

/** The columns as somebody names them, or numbers them from 1. */
export type Wanted = Readonly<Partial<Record<Content, string>>>;

/** Names of columns as programs write them, in small letters and without accents. */
const known: Readonly<Record<Content, RegExp>> = {
  address:
    /^(?:(?:adresse|address|adres)?[ _-]?(?:e-?mail|mail|courriel|electronique|mel)(?:[ _-]?(?:address|adresse|adres))?|adresse|address|e-?mailadres)$/,
  language: /^(?:langue|language|lang|locale|taal|preferred[ _]language)$/,
  since:
    /^(?:date|depuis|since|sinds|inscription|inscrite? le|date d.inscription|subscribed(?:[ _]at)?|created(?:[ _]at)?|joined|member since|datum)$/,
};

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase();

/**
 * What a first line names, by what is wanted and by the names that are known; undefined where it names no address. Throws {@link
 * Unavailable} where there is no such column as is wanted.
 */
export const columnsNamed = (cells: readonly string[], wanted: Wanted): Columns | undefined => {
  const names = cells.map(plain);
  const place = (content: Content): number => {
    const name = wanted[content];
    if (name === undefined) return names.findIndex((one) => known[content].test(one));
    const found = /^\d+$/.test(name) && Number(name) <= cells.length ? Number(name) - 1 : names.indexOf(plain(name));
    if (found >= 0) return found;
    throw new Unavailable(`the file has no column «${name}» for ${content}; ${shown(cells)}`);
  };
  const [address, language, since] = [place('address'), place('language'), place('since')];
  if (address === -1) return undefined;
  const isHeader = !cells.some((cell) => cell.includes('@'));
  return { address, ...(language !== -1 && { language }), ...(since !== -1 && { since }), isHeader };
};

/** The names of a first line; whatever may be somebody's address is not shown. */
const shown = (cells: readonly string[]): string =>
  cells.some((cell) => cell.includes('@'))
    ? `its first line holds no names: number the columns, from 1 to ${cells.length}`
    : `it has ${cells.map((cell) => `«${cell.trim().slice(0, 40)}»`).join(', ')}`;
