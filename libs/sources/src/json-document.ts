import { cleanText } from './clean-text.js';
import { decodedText } from './decoded-text.js';
import { UnreadableDocument, type Fetched } from './source-format.js';

/** A member of parsed JSON, as far as it is what it should be. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? cleanText(value).trim() || undefined : undefined;
export const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

/** JSON as an object or list; rejects what is broken, saying where. */
export const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UnreadableDocument(`broken JSON: ${(error as Error).message}`, { cause: error });
  }
};

/** What was fetched as JSON; rejects what is broken, saying where. */
export const fetchedJson = ({ body, mediaType }: Fetched): unknown => parsedJson(decodedText(body, mediaType));
