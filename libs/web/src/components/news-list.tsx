import type { NewsRow } from '@relais/read-models';
import { dayInWords, type Language } from '@relais/vocabulary';
import { safeHref } from './links.js';

/** News by title, with the day where one is known. */
export const NewsList = ({ rows, language }: { rows: readonly NewsRow[]; language: Language }) => (
  <ul>
    {rows.map(({ source, item, title, link, published, language: written }) => {
      const href = safeHref(link);
      const lang = written && written.slice(0, 2) !== language ? { lang: written } : {};
      return (
        <li key={`${source} ${item}`}>
          {href ? (
            <a href={href} rel="nofollow ugc noopener" {...lang}>
              {title}
            </a>
          ) : (
            <span {...lang}>{title}</span>
          )}
          {published && <span class="quiet"> · {dayInWords(published.slice(0, 10), language)}</span>}
        </li>
      );
    })}
  </ul>
);
