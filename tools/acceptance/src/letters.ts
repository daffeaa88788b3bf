import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/** A letter as its receiver's program reads it. */
export type Letter = Readonly<{
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  header(name: string): string | undefined;
}>;

export const readLetter = async (raw: Uint8Array): Promise<Letter> => {
  const { to, from, subject = '', text = '', html = '', headers } = await PostalMime.parse(raw);
  const header = (name: string): string | undefined => headers.find(({ key }) => key === name.toLowerCase())?.value;
  return { to: to?.[0]?.address ?? '', from: from?.address ?? '', subject, text, html, header };
};

/** Letters that were read before: a file of the outbox never changes. */
const known = new Map<string, Promise<Letter>>();

const letterIn = (file: string): Promise<Letter> => {
  const letter = known.get(file) ?? readLetter(readFileSync(file));
  known.set(file, letter);
  return letter;
};

/** Every letter in a data folder's outbox. */
export const outboxOf = async (dataFolder: string): Promise<readonly Letter[]> => {
  const folder = join(dataFolder, 'outbox');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
  return Promise.all(files.sort().map((name) => letterIn(join(folder, name))));
};

/** Confirmations answer a wish; the letters of an issue are those of a list. */
export const isDigest = (letter: Letter): boolean => letter.header('List-Id') !== undefined;

/** The link of a letter that leads to this page. */
export const linkTo = (page: 'confirmer' | 'preferences' | 'quitter', { text, to }: Letter): string => {
  const [link] = new RegExp(`https?://\\S+/abonnement/${page}\\?\\S+`).exec(text) ?? [];
  if (link === undefined) throw new Error(`the letter to ${to} has no link to ${page}`);
  return link;
};

/** What the letter says, without what is its receiver's alone. */
export const wordsOf = ({ to, from, subject, text, html }: Letter) => {
  const impersonal = (part: string): string => part.replaceAll(/jeton=[\w.~-]+/g, 'jeton=…');
  return { to, from, subject, text: impersonal(text), html: impersonal(html) };
};
