import { momentInWords, type Language } from '@relais/vocabulary';
import { commonZone } from '../../components/rows.js';
import type { IssueLine, OutcomesSeen } from './seen.js';
import { lettersWords } from './words.js';

const shown = ['accepted', 'waiting', 'deferred', 'underWay', 'refused', 'unknown', 'bounced', 'complained'] as const;

/** How many letters there are on record. */
export const lettersIn = ({ accepted, waiting, deferred, underWay, refused, unknown }: OutcomesSeen): number =>
  accepted + waiting + deferred + underWay + refused + unknown;

/** How many have come to an end, good or bad. */
export const endedIn = ({ accepted, refused }: OutcomesSeen): number => accepted + refused;

/** What became of the letters of an issue: only what there is, and why. */
export const Outcomes = ({ outcomes, language }: { outcomes: OutcomesSeen; language: Language }) => {
  const words = lettersWords[language];
  const { refusals, unknownSince } = outcomes;
  return (
    <dl class="facts">
      {shown
        .filter((name) => name === 'accepted' || outcomes[name] > 0)
        .map((name) => (
          <div key={name} style="display:contents">
            <dt>{words.outcome[name]}</dt>
            <dd>
              {outcomes[name]}
              {name === 'unknown' && unknownSince && (
                <span class="quiet">{words.unknownHint(momentInWords(unknownSince, commonZone, language))}</span>
              )}
              {name === 'refused' &&
                refusals.map(({ code, letters }) => (
                  <span key={code} class="quiet">
                    {letters} × <bdi>{words.codes[code] ?? code}</bdi>
                  </span>
                ))}
            </dd>
          </div>
        ))}
    </dl>
  );
};

/** The languages in which an issue cannot be written. */
export const Failures = ({ failed, language }: { failed: IssueLine['failed']; language: Language }) => (
  <>
    {failed.map(([name, detail]) => (
      <div key={name} class="notice">
        <p>{lettersWords[language].failedIn(name)}</p>
        <p lang="en">
          <bdi>{detail}</bdi>
        </p>
      </div>
    ))}
  </>
);
