import type { AnnouncementRow, GatheringRow, SourceRow } from '@relais/read-models';
import { canonicalJson, placeInWords, type Language } from '@relais/vocabulary';
import { Moment } from '../../components/gathering-list.js';
import { safeHref } from '../../components/links.js';
import { messages } from '../../i18n/messages.js';

/** Whether an announcement says another time or place than is shown. */
const differs = ({ says }: AnnouncementRow, row: GatheringRow): boolean =>
  (says.when !== undefined && canonicalJson(says.when) !== canonicalJson(row.when)) ||
  (says.place !== undefined && placeInWords(says.place) !== placeInWords(row.place));

const Title = ({ says }: Pick<AnnouncementRow, 'says'>) => {
  const href = safeHref(says.link);
  return href ? (
    <a href={href} rel="nofollow ugc noopener" dir="auto">
      {says.title}
    </a>
  ) : (
    <span dir="auto">{says.title}</span>
  );
};

/** What an announcement says of time and place: in full, so that a difference can be seen. */
const Says = ({ one, row, language }: { one: AnnouncementRow; row: GatheringRow; language: Language }) => {
  const words = messages[language];
  const place = placeInWords(one.says.place);
  return (
    <>
      {differs(one, row) && (
        <p>
          <strong class="mark bad">{words.saysOther}</strong>
        </p>
      )}
      {one.says.when && (
        <p>
          <Moment when={one.says.when} language={language} />
        </p>
      )}
      {place && (
        <p>
          <bdi>{place}</bdi>
        </p>
      )}
      {one.says.cancelled && (
        <p>
          <strong class="mark bad">{words.cancelled}</strong>
        </p>
      )}
    </>
  );
};

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
        return (
          <li class="card" key={`${one.source} ${one.item}`}>
            <h3>{source?.title ?? one.source}</h3>
            {source?.sample && (
              <p>
                <span class="mark">{words.sample}</span>
              </p>
            )}
            <p>
              <Title says={one.says} />
            </p>
            <Says one={one} row={row} language={language} />
            <p class="quiet why">
              {words.whySame}{' '}
              {one.by === 'moderator'
                ? words.byModerator
                : one.reasons.map(({ rule }) => words.reasons[rule]).join(', ')}{' '}
              ({words.score(one.score)})
            </p>
          </li>
        );
      })}
    </ul>
  );
};
