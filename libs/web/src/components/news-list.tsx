import type { NewsRow } from '@relais/read-models';
import type { Language, TimeZone } from '@relais/vocabulary';
import { Day } from './day.js';
import { safeHref } from './links.js';

/** News by title, with the day where one is known. */
export const NewsList = ({
  rows,
  language,
  zone,
}: {
  rows: readonly NewsRow[];
  language: Language;
  zone: TimeZone;
}) => (
  <ul class="news">
    {rows.map(({ source, item, title, link, published, language: written }) => {
      const href = safeHref(link);
      const lang = written && written.slice(0, 2) !== language ? { lang: written } : {};
      return (
        <li key={`${source} ${item}`}>
          {href ? (
            <a href={href} rel="nofollow ugc noopener" dir="auto" {...lang}>
              {title}
            </a>
          ) : (
            <span dir="auto" {...lang}>
              {title}
            </span>
          )}
          {published && (
            <span class="quiet">
              {' '}
              <Day instant={published} zone={zone} language={language} />
            </span>
          )}
        </li>
      );
    })}
  </ul>
);
