import { plainText, sanitisedHtml, type ReadDocument } from '@relais/sources';
import type { Fact } from './facts.ts';

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What Relais calls an item of which nothing can be said in words. */
const untitled = '(sans titre)';

/** Titles are one line of text here, HTML there: they agree where the text is the same, or there is none (an image). */
const sameText = (ours: string, expected: string): boolean => {
  const text = plainText(expected);
  return ours === folded(expected) || ours === text || (text === '' && ours === untitled);
};

/** They agree where the markup is the same, once what is never shown here (images, styles) was taken out of both. */
const sameHtml = (ours: string, expected: string, base: string): boolean =>
  folded(ours) === folded(sanitisedHtml(expected, base)) || folded(ours) === folded(expected);

const sameLink = (ours: string, expected: string): boolean => ours === expected || ours === URL.parse(expected)?.href;

/** `Ada (ada@exemple.test)`: who it is, without the address, which is not kept. */
const nameIn = (author: string): string => author.replace(/\s*[(<][^()<>\s]+@[^()<>\s]+[)>]$/, '');

const sameDate = (ours: string | undefined, expected: string | number): boolean =>
  ours !== undefined && Date.parse(ours) === (typeof expected === 'number' ? expected : Date.parse(expected));

/** Whether a document as it was read says this. */
export const says = (document: ReadDocument, { item, field, expected }: Fact, base: string): boolean => {
  const { about = {} } = document;
  const text = String(expected);
  if (item === undefined)
    switch (field) {
      case 'title':
        return sameText(document.title ?? '', text);
      case 'link':
        return sameLink(document.link ?? '', text);
      case 'id':
        return about.id === text;
      case 'date':
        return sameDate(about.updated, expected) || sameDate(about.published, expected);
      case 'description':
        return sameHtml(about.description ?? '', text, base);
      case 'rights':
        return sameHtml(about.rights ?? '', text, base);
      case 'author':
        return about.author === text || about.author === nameIn(text);
      default:
        return false;
    }
  const report = document.reports[item];
  if (report === undefined) return false;
  const { fields } = report;
  switch (field) {
    case 'title':
      return sameText(fields.title, text);
    case 'link':
      return sameLink(fields.link ?? '', text);
    case 'id':
      return report.item === text;
    case 'date':
      return sameDate(fields.published, expected) || sameDate(report.updated, expected);
    case 'body':
      return sameHtml(fields.summary ?? '', text, base);
    case 'author':
      return report.author === text || report.author === nameIn(text);
    case 'theme':
      return fields.themes?.includes(text) ?? false;
    default:
      return false;
  }
};
