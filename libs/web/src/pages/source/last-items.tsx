import type { SourceItem } from '@relais/read-models';
import type { Language } from '@relais/vocabulary';
import { Day } from '../../components/day.js';
import { Moment } from '../../components/gathering-list.js';
import { pathOf, safeHref } from '../../components/links.js';
import { messages } from '../../i18n/messages.js';
import type { Seen } from './seen.js';

/** Its title leads to the gathering that it announces, and to where it was published if it announces none. */
const Title = ({ one, language }: { one: SourceItem; language: Language }) => {
  const words = messages[language];
  const href = safeHref(one.link);
  if (one.gathering === undefined)
    return href ? (
      <a href={href} rel="nofollow ugc noopener" dir="auto">
        {one.title}
      </a>
    ) : (
      <span dir="auto">{one.title}</span>
    );
  return (
    <>
      <a href={pathOf(`/rencontres/${one.gathering}`, language)} dir="auto">
        {one.title}
      </a>
      {href && (
        <>
          {' · '}
          <a href={href} rel="nofollow ugc noopener">
            {words.sourcePage.original}
            <span class="unseen">
              {' '}
              <bdi>{one.title}</bdi>
            </span>
          </a>
        </>
      )}
    </>
  );
};

/** What a source showed last, newest first. */
export const LastItems = ({ row, items, language, zone }: Seen & Readonly<{ items: readonly SourceItem[] }>) => {
  const words = messages[language];
  const own = words.sourcePage;
  return (
    <section>
      <h2>{own.items}</h2>
      {items.length === 0 ? (
        <p>{own.noItems}</p>
      ) : (
        row.items > items.length && <p class="quiet">{own.onlyLast(items.length, row.items)}</p>
      )}
      <ul class="news">
        {items.map((one) => (
          <li key={one.item}>
            <Title one={one} language={language} /> {one.withdrawn && <span class="mark bad">{own.withdrawn}</span>}{' '}
            {one.cancelled && <span class="mark bad">{words.cancelled}</span>}
            <span class="quiet">
              {one.when ? (
                <Moment when={one.when} language={language} />
              ) : (
                <Day instant={one.known} zone={zone} language={language} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
