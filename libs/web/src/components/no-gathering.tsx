import type { AssemblyRow } from '@relais/read-models';
import type { Language } from '@relais/vocabulary';
import { messages } from '../i18n/messages.js';
import { pathOf } from './links.js';

/** Where no gathering is announced: what a visitor can do instead. */
export const NoGathering = ({ row, language }: { row?: AssemblyRow | undefined; language: Language }) => {
  const words = messages[language];
  const base = row ? `/${row.assembly}` : '';
  return (
    <div class="card empty">
      <p>
        <strong>{words.noGathering}</strong> {row ? words.noGatheringHelp : words.noGatheringAnywhere}
      </p>
      <ul class="links">
        <li>
          <a href={pathOf(`${base}/abonnement`, language)}>{words.subscribeTo}</a>
        </li>
        <li>
          <a href={pathOf(row ? `${base}/histoire` : '/agenda?depuis=2000-01-01', language)}>
            {row ? words.history : words.pastGatherings}
          </a>
        </li>
      </ul>
    </div>
  );
};
