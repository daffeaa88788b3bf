import type { AnnouncementRow, GatheringRow, SourceRow } from '@relais/read-models';
import { canonicalJson, placeInWords, type Language } from '@relais/vocabulary';
import { Moment } from '../../components/gathering-list.js';
import { safeHref } from '../../components/links.js';
import { messages } from '../../i18n/messages.js';

/** Whether an announcement says another time or place than is shown. */
const differs = ({ says }: AnnouncementRow, row: GatheringRow): boolean =>
  (says.when !== undefined && canonicalJson(says.when) !== canonicalJson(row.when)) ||
  (says.place !== undefined && placeInWords(says.place) !== placeInWords(row.place));

/** Each announcement with its source, its link, and why it was taken for this gathering. */
export const Announcements = ({
  row,
  sources,
  language,
}: {
  row: GatheringRow;
  sources: ReadonlyMap<string, SourceRow>;
  language: Language;
}) => {
  const words = messages[language];
  return (
    <ul class="cards">
      {row.announcements.map((one) => {
        const source = sources.get(one.source);
        const href = safeHref(one.says.link);
        return (
          <li class="card" key={`${one.source} ${one.item}`}>
            <h3>
              {source?.title ?? one.source} {source?.sample && <span class="mark">{words.sample}</span>}
            </h3>
            <p>
              {href ? (
                <a href={href} rel="nofollow ugc noopener">
                  {one.says.title}
                </a>
              ) : (
                one.says.title
              )}
            </p>
            {differs(one, row) && (
              <p>
                <strong>{words.saysOther}</strong> <Moment when={one.says.when} language={language} />{' '}
                {placeInWords(one.says.place)}
              </p>
            )}
            <p class="quiet">
              {words.whySame} : {one.reasons.map(({ rule }) => words.reasons[rule]).join(', ')} (
              {words.score(one.score)})
            </p>
          </li>
        );
      })}
    </ul>
  );
};
