import type { Conflict, GatheringRow } from '@relais/read-models';
import { canonicalJson, placeInWords, type Basis, type Language, type Place, type When } from '@relais/vocabulary';
import { Moment } from '../../components/gathering-list.js';
import { messages } from '../../i18n/messages.js';

type Value = When | Place | boolean;

/** Announcements that say the same stand together, in the order of the first of them. */
const byValue = (says: readonly Readonly<{ basis: Basis; value: Value }>[]) =>
  Map.groupBy(says, ({ value }) => canonicalJson(value));

const Said = ({ field, value, language }: { field: Conflict['field']; value: Value; language: Language }) => {
  const words = messages[language];
  if (field === 'when') return <Moment when={value as When} language={language} />;
  if (field === 'place') return <bdi>{placeInWords(value as Place)}</bdi>;
  return <>{value === true ? words.saysCancelled : words.saysOn}</>;
};

/** What the gathering is shown as, so that a reader sees whom it follows. */
const shownAs = (row: GatheringRow, field: Conflict['field']): string =>
  canonicalJson((field === 'cancelled' ? row.cancelled : row[field]) ?? null);

/** What the announcements disagree on: who says what, which is followed, and why. */
export const Conflicts = ({
  row,
  titleOf,
  language,
}: {
  row: GatheringRow;
  titleOf: (source: string) => string;
  language: Language;
}) => {
  const words = messages[language];
  if (row.conflicts.length === 0) return null;
  const saidBy = (names: readonly string[]): string =>
    names.length === 1
      ? words.sourceSays(names.join())
      : words.sourcesSay(new Intl.ListFormat(language, { type: 'conjunction' }).format(names));
  return (
    <section class="notice conflicts" aria-labelledby="conflicts">
      <h2 id="conflicts">{words.conflictsTitle}</h2>
      <dl>
        {row.conflicts.map(({ field, says }) => (
          <div key={field}>
            <dt>{words.conflictOn[field]}</dt>
            {[...byValue(says)].map(([key, of]) => (
              <dd key={key}>
                {saidBy([...new Set(of.map(({ basis }) => titleOf(basis.source)))])}{' '}
                <strong>{of[0] && <Said field={field} value={of[0].value} language={language} />}</strong>{' '}
                {key === shownAs(row, field) && <span class="mark good">{words.followed}</span>}
              </dd>
            ))}
            <dd class="why">{field === 'cancelled' ? words.followsCancelled : words.followsFirst}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
