import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

/** A letter as its receiver's program reads it. */
export type ReadLetter = Email & Readonly<{ header(name: string): string | undefined; links: readonly string[] }>;

export const readLetter = async (raw: string | Buffer): Promise<ReadLetter> => {
  const email = await PostalMime.parse(raw);
  const header = (name: string): string | undefined =>
    email.headers.find(({ key }) => key === name.toLowerCase())?.value;
  const links = [...(email.text ?? '').matchAll(/https?:\/\/[^\s<>]+/g)].map(([url]) => url);
  return { ...email, header, links };
};

/** Every letter in a data folder's outbox. */
export const outbox = async (dataFolder: string): Promise<ReadLetter[]> => {
  const folder = join(dataFolder, 'outbox');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
  return Promise.all(files.sort().map((name) => readLetter(readFileSync(join(folder, name)))));
};
