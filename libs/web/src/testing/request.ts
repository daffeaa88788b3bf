import type { ReadModels } from '@relais/read-models';
import { isLanguage, type Language } from '@relais/vocabulary';
import type { Page, PageRequest } from '../page.js';
import { pages } from '../pages.js';

/** A day before the gathering of the samples. */
export const now = '2026-11-24T09:00:00Z';
export const stylesheet = { path: '/style.css' };

/** What a page is asked for: by its address, in French, unless said otherwise. */
export const requestOf = (models: ReadModels, address = '/', more: Partial<PageRequest> = {}): PageRequest => {
  const { pathname, searchParams } = new URL(address, 'https://relais.example');
  const query = Object.fromEntries(searchParams);
  return {
    models,
    now,
    language: isLanguage(query['lang']) ? query['lang'] : 'fr',
    publicUrl: 'https://relais.example',
    path: pathname,
    params: {},
    query,
    ...more,
  };
};

const partsOf = (path: string): string[] => path.split('/').slice(1);

/** The page at an address and what its path names, as the portal's router finds them: a fixed part before a named one. */
export const routed = (address: string): { page: Page; params: Record<string, string> } | undefined => {
  const asked = partsOf(new URL(address, 'https://relais.example').pathname);
  const routes = pages
    .flatMap((page) => page.paths.map((path) => ({ page, parts: partsOf(path) })))
    .sort((one, other) => Number(one.parts[0]?.startsWith(':')) - Number(other.parts[0]?.startsWith(':')));
  const found = routes.find(
    ({ parts }) =>
      parts.length === asked.length && parts.every((part, index) => part.startsWith(':') || part === asked[index]),
  );
  if (found === undefined) return undefined;
  const named = found.parts.flatMap((part, index) =>
    part.startsWith(':') ? [[part.slice(1), asked[index] ?? ''] as const] : [],
  );
  return { page: found.page, params: Object.fromEntries(named) };
};

/** What pages are asked for by id, where that is no gathering. */
const ids: Readonly<Record<string, string>> = { letter: 'info-lille-2026-11', source: 'lille-demosphere' };

/** An address of every path of a page in the filled hub. */
export const addressesOf = ({ name, paths }: Page): string[] =>
  paths.map((path) => path.replace(':city', 'lille').replace(':id', ids[name] ?? 'lille-11'));

/** An address in a language. */
export const inLanguage = (address: string, language: Language): string =>
  language === 'fr' ? address : `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
