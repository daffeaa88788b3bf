import type { SourceRow } from '@relais/read-models';
import type { Language, TimeZone } from '@relais/vocabulary';
import { Day } from '../../components/day.js';
import { pathOf } from '../../components/links.js';
import { platformName } from '../../components/platform.js';
import { SourceHealth } from '../../components/source-health.js';
import { messages } from '../../i18n/messages.js';

/** A source, whether it can be read, and why not; its own page says the rest. */
export const SourceItem = ({ row, language, zone }: { row: SourceRow; language: Language; zone: TimeZone }) => {
  const words = messages[language];
  return (
    <li>
      <h3>
        <a href={pathOf(`/sources/${encodeURIComponent(row.source)}`, language)} dir="auto">
          {row.title}
        </a>
      </h3>
      <SourceHealth row={row} language={language} zone={zone} />
      {row.reason && (
        <p>
          <bdi>{words.titleOf(words.failures[row.reason.code], row.reason.detail)}</bdi>
        </p>
      )}
      {row.refused && <p>{words.sourcePage.refusedCount(row.refused.refused)}</p>}
      <p class="quiet">
        <bdi>{platformName(row.platform)}</bdi> · {words.items(row.items)}
        {row.lastNewsAt && (
          <>
            {' · '}
            {words.lastNews} <Day instant={row.lastNewsAt} zone={zone} language={language} />
          </>
        )}
      </p>
    </li>
  );
};
