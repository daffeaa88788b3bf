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

export const visitOf = ({ url, params, query }: FastifyRequest): Visit => {
  const asked = texts(query);
  const language = isLanguage(asked['lang']) ? asked['lang'] : 'fr';
  return { path: url.split('?')[0] ?? '/', params: texts(params), query: asked, language };
};

/** The fields of a form that was sent. */
export const fieldsOf = ({ body }: FastifyRequest): Readonly<Record<string, string>> => texts(body);

export const pageRequestOf = (
  visit: Visit,
  at: Pick<PageRequest, 'models' | 'now' | 'publicUrl'>,
  outcome?: FormOutcome,
): PageRequest => ({ ...visit, ...at, ...(outcome && { outcome }) });
