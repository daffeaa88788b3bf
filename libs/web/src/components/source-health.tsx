import type { SourceRow } from '@relais/read-models';
import type { Language, TimeZone } from '@relais/vocabulary';
import { messages } from '../i18n/messages.js';
import { Day } from './day.js';

const looks: Readonly<Record<SourceRow['status'], string>> = {
  unread: 'mark',
  ok: 'mark good',
  silent: 'mark',
  failing: 'mark bad',
  gone: 'mark bad',
};

/** Whether a source can be read, since when, and whether it is a sample. */
export const SourceHealth = ({ row, language, zone }: { row: SourceRow; language: Language; zone: TimeZone }) => {
  const words = messages[language];
  return (
    <p>
      <span class={looks[row.status]}>{words.status[row.status]}</span> {words.sinceWhen}{' '}
      <Day instant={row.since} zone={zone} language={language} />{' '}
      {row.sample && <span class="mark">{words.sample}</span>}
    </p>
  );
};
