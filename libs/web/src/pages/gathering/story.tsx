import type { GatheringRow } from '@relais/read-models';
import type { Language, TimeZone } from '@relais/vocabulary';
import { dayInWords } from '@relais/vocabulary';
import { dayOf } from '../../components/day.js';
import { messages } from '../../i18n/messages.js';

/** What happened to a gathering, day by day as the hub saw it. */
export const Story = ({
  row,
  titleOf,
  zone,
  language,
}: {
  row: GatheringRow;
  titleOf: (source: string) => string;
  zone: TimeZone;
  language: Language;
}) => {
  const words = messages[language];
  const days = Map.groupBy(row.story, ({ at }) => dayOf(at, zone));
  return (
    <ol class="story">
      {[...days].map(([day, events]) => (
        <li key={day}>
          <time dateTime={day}>{dayInWords(day, language)}</time>
          <ul>
            {events.map(({ type, basis, byModerator }, index) => (
              <li key={index}>
                {words.events[type] ?? type}
                {basis && <span class="quiet">, {words.according(titleOf(basis.source))}</span>}
                {byModerator && <span class="quiet">, {words.byModerator}</span>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
};
