import { decodeHTML } from 'entities';
import { elementsIn, textWithin, type Page } from '../html-page.js';
import type { ReadingError } from '../source-format.js';
import { lenientJson } from './lenient-json.js';

/** What a document of JSON-LD says, broken or not; undefined where nothing in it can be understood. */
export const jsonLdOf = (text: string): readonly unknown[] | undefined => {
  try {
    return [JSON.parse(text.replace(/^\uFEFF/, '')) as unknown];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  // Without a single quote, all of them were escaped for HTML.
  const repaired = lenientJson(text.includes('"') ? text : decodeHTML(text));
  return repaired.length > 0 ? repaired : undefined;
};

const mostScripts = 1_000;

/** JSON-LD in the scripts of a page. */
export const jsonLdIn = ({ root }: Page): { values: readonly unknown[]; errors: readonly ReadingError[] } => {
  const values: unknown[] = [];
  const errors: ReadingError[] = [];
  let count = 0;
  for (const element of elementsIn(root)) {
    if (element.name !== 'script' || !/^\s*application\/ld\+json/i.test(element.attributes['type'] ?? '')) continue;
    if (++count > mostScripts) {
      errors.push({ where: 'JSON-LD', what: `more than ${mostScripts} scripts; the rest was not read` });
      break;
    }
    const text = element.content.filter((one) => typeof one === 'string').join('');
    const found = text.trim() === '' ? [] : jsonLdOf(text);
    if (found === undefined)
      errors.push({ where: `JSON-LD ${count}`, what: `cannot be understood: «${textWithin(element).slice(0, 60)}»` });
    else values.push(...found);
  }
  return { values, errors };
};
