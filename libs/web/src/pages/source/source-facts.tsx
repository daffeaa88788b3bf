import { Day } from '../../components/day.js';
import { pathOf, safeHref } from '../../components/links.js';
import { platformName } from '../../components/platform.js';
import { messages } from '../../i18n/messages.js';
import type { Seen } from './seen.js';

/** An address as it is written, and a link where it may be followed. */
const Address = ({ url }: { url: string }) => {
  const href = safeHref(url);
  return href ? (
    <a href={href} rel="nofollow noopener" dir="ltr">
      {url}
    </a>
  ) : (
    <bdi>{url}</bdi>
  );
};

/** When it could be read for the last time, as far as that is known: an attempt that changes nothing is not recorded. */
const LastReading = ({ row, language, zone }: Seen) => {
  const { lastReadings } = messages[language].sourcePage;
  if (row.status === 'unread') return <span>{lastReadings.unread}</span>;
  if (row.status === 'ok' || row.status === 'silent') return <span>{lastReadings.readable}</span>;
  return row.lastRead ? (
    <Day instant={row.lastRead} zone={zone} language={language} />
  ) : (
    <span>{lastReadings.unknown}</span>
  );
};

/** Who publishes what where, and when something was read last. */
export const SourceFacts = ({ row, language, zone, publisher }: Seen & Readonly<{ publisher: string }>) => {
  const words = messages[language];
  const own = words.sourcePage;
  return (
    <dl class="facts card">
      <dt>{own.publisher}</dt>
      <dd>
        <a href={pathOf(`/${row.assembly}`, language)} dir="auto">
          {publisher}
        </a>
      </dd>
      <dt>{own.platform}</dt>
      <dd>
        <bdi>{platformName(row.platform)}</bdi>
      </dd>
      <dt>{own.address}</dt>
      <dd>{row.url ? <Address url={row.url} /> : <span class="quiet">{own.noAddress}</span>}</dd>
      {row.movedTo && (
        <>
          <dt>{own.movedTo}</dt>
          <dd>
            <Address url={row.movedTo} />
            <span class="quiet">{own.movedText}</span>
          </dd>
        </>
      )}
      {row.site && (
        <>
          <dt>{own.site}</dt>
          <dd>
            <Address url={row.site} />
          </dd>
        </>
      )}
      <dt>{own.lastReading}</dt>
      <dd>
        <LastReading row={row} language={language} zone={zone} />
      </dd>
      <dt>{own.lastNews}</dt>
      <dd>
        {row.lastNewsAt ? (
          <Day instant={row.lastNewsAt} zone={zone} language={language} />
        ) : (
          <span>{own.nothingNew}</span>
        )}
      </dd>
      <dt>{own.shows}</dt>
      <dd>{row.items}</dd>
    </dl>
  );
};
