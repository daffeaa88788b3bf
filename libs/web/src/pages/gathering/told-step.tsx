import type { AnnouncementChange, Step } from '@relais/read-models';
import { canonicalJson, momentInWords, type Language, type TimeZone } from '@relais/vocabulary';
import { pathOf, safeHref } from '../../components/links.js';
import { messages } from '../../i18n/messages.js';
import { ToldChange } from './told-value.js';

const said = ['title', 'when', 'place', 'cancelled', 'link', 'published'] as const;

type Shown = { step: Step; titleOf: (source: string) => string; language: Language };

/** Who said it, or which rule or person decided it. */
const Who = ({ step: { basis, matched, ruling, to, announcements }, titleOf, language }: Shown) => {
  const all = messages[language];
  const words = all.toldStory;
  const says = announcements[0]?.after ?? announcements[0]?.before;
  const href = safeHref(says?.link);
  const decided =
    matched?.by === 'moderator'
      ? words.moderator
      : matched && words.rule(matched.reasons.map(({ rule }) => all.reasons[rule]).join(', '), matched.score);
  return (
    <>
      {basis && (
        <p>
          <a href={pathOf(`/sources/${basis.source}`, language)}>{words.source(titleOf(basis.source))}</a>
          {href && (
            <>
              {' · '}
              <a href={href} rel="nofollow ugc noopener">
                {words.item}
              </a>
            </>
          )}
        </p>
      )}
      {decided && <p class="quiet">{decided}</p>}
      {to && (
        <p>
          <a href={pathOf(`/rencontres/${to}`, language)}>{words.to}</a>
        </p>
      )}
      {ruling && (
        <ul>
          {ruling.announcements.map(({ source, item }) => (
            <li key={`${source} ${item}`}>
              <a href={pathOf(`/sources/${source}`, language)}>{titleOf(source)}</a>{' '}
              <span class="quiet">
                <bdi>{item}</bdi>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** What an announcement says now and did not, or the other way round. */
const Announced = ({ change, language }: { change: AnnouncementChange; language: Language }) => {
  const words = messages[language].toldStory;
  const { before, after } = change;
  const title = before === undefined ? words.appeared : after === undefined ? words.gone : words.changed;
  return (
    <>
      <dt>{title}</dt>
      <dd>{after === undefined ? <bdi>{before?.title}</bdi> : before === undefined && <bdi>{after.title}</bdi>}</dd>
      {before &&
        after &&
        said
          .filter((member) => canonicalJson(before[member] ?? null) !== canonicalJson(after[member] ?? null))
          .map((member) => (
            <ToldChange
              key={member}
              member={member}
              before={before[member]}
              after={after[member]}
              language={language}
            />
          ))}
    </>
  );
};

const whatHappened = ({ type, ruling }: Step, language: Language): string => {
  const { events, toldStory } = messages[language];
  if (ruling === undefined) return events[type] ?? type;
  return type === 'ruling.revoked' ? toldStory.revoked(ruling.by) : toldStory[ruling.verdict](ruling.by);
};

/** One event: when it was recorded, what happened, who said so, what became another on the page. */
export const ToldStep = ({ step, zone, ...shown }: Shown & { zone: TimeZone }) => {
  const { language } = shown;
  const words = messages[language].toldStory;
  const { changes, announcements, at, position } = step;
  return (
    <li class="card" id={`position-${position}`}>
      <h2>{whatHappened(step, language)}</h2>
      <p class="quiet">
        <time dateTime={at}>{momentInWords(at, zone, language)}</time>, {words.position(position)}
      </p>
      <Who step={step} {...shown} />
      {changes.length + announcements.length === 0 ? (
        <p class="quiet">{words.noChange}</p>
      ) : (
        <dl>
          {changes.map(({ member, before, after }) => (
            <ToldChange key={member} member={member} before={before} after={after} language={language} />
          ))}
          {announcements.map((change) => (
            <Announced
              key={`${change.announcement.source} ${change.announcement.item}`}
              change={change}
              language={language}
            />
          ))}
        </dl>
      )}
    </li>
  );
};
