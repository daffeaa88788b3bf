import { isObject, textOf, type Json } from '../json-document.js';

/** A member that may stand alone or in a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** A text, alone, first of a list, or as a value of JSON-LD (`{"@value": …}`). */
export const textIn = (value: unknown): string | undefined =>
  listOf(value)
    .slice(0, 20)
    .map((one) => textOf(isObject(one) ? one['@value'] : one))
    .find((text) => text !== undefined);

/** Its types without the prefix or the address of their vocabulary; `objectType` is ActivityStreams 1. */
export const typesOf = (object: Json): readonly string[] =>
  listOf(object['type'] ?? object['@type'] ?? object['objectType'])
    .slice(0, 20)
    .flatMap((type) => {
      const name = textOf(type)?.split(/[#/:]/).at(-1);
      return name ? [name.charAt(0).toUpperCase() + name.slice(1)] : [];
    });

export const isA = (object: Json, types: ReadonlySet<string>): boolean =>
  typesOf(object).some((type) => types.has(type));

export const idOf = (value: unknown): string | undefined =>
  isObject(value) ? textOf(value['id'] ?? value['@id']) : textOf(value);

/** The address of its page: HTML where several are given. */
export const pageOf = (object: Json): string | undefined => {
  const links = listOf(object['url']);
  const pages = links.filter((link) => isObject(link) && link['mediaType'] === 'text/html');
  return [...pages, ...links].map(addressIn).find((address) => address !== undefined);
};

/** A link as an object or as its address. */
export const addressIn = (link: unknown): string | undefined =>
  isObject(link) ? textOf(link['href'] ?? link['url']) : textOf(link);

/** A text in one language, or in several; of those the first, French before English. */
export const naturalText = (object: Json, ...names: readonly string[]): { text?: string; language?: string } => {
  for (const name of names) {
    const text = textIn(object[name]);
    if (text !== undefined) return { text };
    const map = object[`${name}Map`];
    if (!isObject(map)) continue;
    const language = ['fr', 'en', ...Object.keys(map)].find((one) => textOf(map[one]) !== undefined);
    const translated = language === undefined ? undefined : textOf(map[language]);
    if (language !== undefined && translated !== undefined) return { text: translated, language };
  }
  return {};
};
