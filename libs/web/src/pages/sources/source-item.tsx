import type { SourceRow } from '@relais/read-models';
import { dayInWords, type Language, type TimeZone } from '@relais/vocabulary';
import { dayOf } from '../../components/day.js';
import { safeHref } from '../../components/links.js';
import { messages } from '../../i18n/messages.js';

/** Platforms whose name people write otherwise than the configuration does. */
const platformNames: Readonly<Record<string, string>> = {
  communecter: 'Communecter',
  demosphere: 'Démosphère',
  facebook: 'Facebook',
  'json-feed': 'JSON Feed',
  mediawiki: 'MediaWiki',
  meetup: 'Meetup',
  mobilizon: 'Mobilizon',
  spip: 'SPIP',
  wordpress: 'WordPress',
};

/** A source, whether it can be read, and why not. */
export const SourceItem = ({ row, language, zone }: { row: SourceRow; language: Language; zone: TimeZone }) => {
  const words = messages[language];
  const href = safeHref(row.site ?? row.url);
  const day = (instant: string): string => dayInWords(dayOf(instant, zone), language);
  const known = [
    platformNames[row.platform] ?? row.platform,
    words.items(row.items),
    ...(row.lastNewsAt ? [words.lastNews(day(row.lastNewsAt))] : []),
  ];
  return (
    <li>
      <h3>
        {href ? (
          <a href={href} rel="noopener">
            {row.title}
          </a>
        ) : (
          row.title
        )}
      </h3>
      <p>
        <span class={row.status === 'failing' ? 'mark bad' : 'mark good'}>{words.status[row.status]}</span>{' '}
        {words.sinceWhen(day(row.since))} {row.sample && <span class="mark">{words.sample}</span>}
      </p>
      {row.reason && <p>{words.titleOf(words.failures[row.reason.code], row.reason.detail)}</p>}
      <p class="quiet">{known.join(' · ')}</p>
    </li>
  );
};
