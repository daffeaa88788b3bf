import { DomUtils, parseDocument } from 'htmlparser2';
import type { ReadModels } from '@relais/read-models';
import { renderPage } from '../layout/document.js';
import { notFoundPage } from '../layout/error-pages.js';
import type { PageRequest } from '../page.js';
import { requestOf, routed, stylesheet } from './request.js';

export type Rendered = Readonly<{ status: number; title: string; html: string; request: PageRequest }>;

/** What the portal would answer at this address. */
export const rendered = (models: ReadModels, address: string, more: Partial<PageRequest> = {}): Rendered => {
  const found = routed(address);
  const request = requestOf(models, address, { ...(found && { params: found.params }), ...more });
  const response = found?.page.render(request) ?? notFoundPage(request);
  const { status = 200, title } = response;
  return { status, title, html: renderPage(request, response, stylesheet), request };
};

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** Every element of a name (`*` for all) in a text of HTML or below an element, in its order. */
export const elements = (of: string | Element, name: string): Element[] =>
  DomUtils.getElementsByTagName(name, typeof of === 'string' ? parseDocument(of) : of.children, true);

export const elementById = (of: string | Element, id: string): Element | undefined =>
  elements(of, '*').find(({ attribs }) => attribs['id'] === id);

/** The elements that carry a class. */
export const byClass = (of: string | Element, name: string): Element[] =>
  elements(of, '*').filter(({ attribs }) => (attribs['class'] ?? '').split(' ').includes(name));

/** The text of an element on one line. No-break spaces are shown as spaces: what they are is the affair of the wording. */
export const textOf = (element: Element | undefined): string =>
  element === undefined ? '' : DomUtils.textContent(element).replace(/\s+/gu, ' ').trim();

/** What a reader of the whole page sees of it as text. */
export const mainText = (html: string): string => textOf(elements(html, 'main')[0]);
