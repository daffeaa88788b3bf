import { momentInWords, type Language } from '@relais/vocabulary';
import { commonZone } from '../../components/rows.js';
import type { CanarySeen, ExternalListSeen } from './seen.js';
import { lettersWords } from './words.js';

const Canary = ({ canary, language }: { canary: CanarySeen; language: Language }) => {
  const words = lettersWords[language];
  switch (canary.verdict) {
    case 'off':
    case 'no-copy':
    case 'waiting':
      return <span>{words.canaryIs[canary.verdict]}</span>;
    case 'missed':
      return <span>{words.missed(canary.minutes)}</span>;
    case 'arrived':
      return (
        <>
          <span>{words.arrived(Math.round(canary.delay))}</span>
          <span>{words.dkim[canary.dkim]}</span>
          {canary.dkim !== 'none' && <span>{canary.aligned ? words.aligned : words.notAligned}</span>}
          {canary.listId !== null && (
            <span class="quiet">
              <bdi>{words.listId(canary.listId)}</bdi>
            </span>
          )}
          <span class="quiet">
            <bdi>{words.subject(canary.subject)}</bdi>
          </span>
        </>
      );
  }
};

const One = ({ one, language }: { one: ExternalListSeen; language: Language }) => {
  const words = lettersWords[language];
  const { name, copy, canary, advice, subscribe } = one;
  return (
    <li>
      <h3 dir="auto">{name}</h3>
      <dl class="facts">
        <dt>{words.lastCopy}</dt>
        <dd>
          {copy === undefined ? (
            words.noCopy
          ) : (
            <>
              {words.copyStatus[copy.status] ?? copy.status}
              <span class="quiet">
                {copy.issue} · {momentInWords(copy.at, commonZone, language)}
              </span>
            </>
          )}
        </dd>
        <dt>{words.canary}</dt>
        <dd>
          <Canary canary={canary} language={language} />
          {subscribe && (
            <span class="quiet">
              {words.subscribe} <code style="overflow-wrap:anywhere">{subscribe}</code>
            </span>
          )}
        </dd>
      </dl>
      {advice.length > 0 && (
        <ul class="notice">
          {advice.map((each) => (
            <li key={each}>{words.advice[each]}</li>
          ))}
        </ul>
      )}
    </li>
  );
};

/** Lists that are kept elsewhere, how their last copy arrived there, and what to ask of whoever keeps them. */
export const ExternalLists = ({
  external,
  language,
}: {
  external: readonly ExternalListSeen[];
  language: Language;
}) => {
  if (external.length === 0) return null;
  const words = lettersWords[language];
  return (
    <>
      <h2>{words.external}</h2>
      <p>{words.externalText}</p>
      <ul class="sources">
        {external.map((one) => (
          <One key={one.list} one={one} language={language} />
        ))}
      </ul>
    </>
  );
};
