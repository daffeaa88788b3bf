import { outOfThePast } from './as-of.js';

const kept = /<(a|link|form)\b([^>]*)>/gu;
/** Pages and feeds of the portal, but not the console. */
const own = /^\/(?!\/|admin(?:[/?]|$))/u;

const withMoment = (address: string, le: string): string => {
  const [page = '', part] = address.split('#');
  return `${page}${page.includes('?') ? '&amp;' : '?'}le=${le}${part === undefined ? '' : `#${part}`}`;
};

/**
 * A page that keeps its moment: each of its links to pages and feeds leads to them at the same, and each of its forms that only
 * asks keeps it. Over the finished text, so that no link can be forgotten; what others wrote has no tag of its own in it, and its
 * links lead elsewhere.
 */
export const keepingMoment = (html: string, moment: string): string => {
  const le = encodeURIComponent(moment);
  return html.replace(kept, (tag, name: string, attributes: string) => {
    if (attributes.includes(outOfThePast) || attributes.includes('rel="stylesheet"')) return tag;
    if (name === 'form')
      return attributes.includes('method="get"') ? `${tag}<input type="hidden" name="le" value="${le}"/>` : tag;
    return tag.replace(/\bhref="([^"]*)"/u, (href, address: string) =>
      own.test(address) ? `href="${withMoment(address, le)}"` : href,
    );
  });
};
