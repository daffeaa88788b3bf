import type { FastifyRequest } from 'fastify';
import type { FormOutcome, PageRequest } from '@relais/web';
import { isLanguage, type Language } from '@relais/vocabulary';

/** What of an HTTP request matters to whoever answers it. A parameter given twice counts as its last value. */
export type Visit = Readonly<{
  path: string;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  /** French, unless `?lang=` says otherwise: an address is one document, whoever asks for it. */
  language: Language;
}>;

const texts = (values: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((values ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      String(Array.isArray(value) ? value.at(-1) : value),
    ]),
  );

/** Every parameter that means something to a page or a feed; others are passed over, so that they make no document of their own. */
const parameters = ['lang', 'depuis', 'page', 'nombre', 'jeton', 'liste', 'vers', 'le', 'reponse', 'numero'];

export const visitOf = ({ url, params, query }: FastifyRequest): Visit => {
  const given = texts(query);
  const asked = Object.fromEntries(
    parameters.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
  const language = isLanguage(asked['lang']) ? asked['lang'] : 'fr';
  return { path: url.split('?')[0] ?? '/', params: texts(params), query: asked, language };
};

/** The fields of a form that was sent; one of several values counts as its last, those of `several` as all of them, joined by spaces. */
export const fieldsOf = (
  { body }: FastifyRequest,
  several: readonly string[] = [],
): Readonly<Record<string, string>> => ({
  ...texts(body),
  ...Object.fromEntries(
    several.flatMap((name) => {
      const value = (body as Record<string, unknown> | undefined)?.[name];
      return Array.isArray(value) ? [[name, value.map(String).join(' ')]] : [];
    }),
  ),
});

export const pageRequestOf = (
  visit: Visit,
  at: Pick<PageRequest, 'models' | 'now' | 'publicUrl' | 'journalKey' | 'asOf'>,
  outcome?: FormOutcome,
): PageRequest => ({ ...visit, ...at, ...(outcome && { outcome }) });

/** The document that is asked for, whatever else its address carries: equal for equal documents. */
export const documentKey = ({ path, query }: Visit): string => `${path}?${new URLSearchParams(query)}`;
