import { momentInWords, type Language } from '@relais/vocabulary';
import { commonZone } from '../../components/rows.js';
import { figuresIn } from './figures.js';
import type { GenerationSeen } from './seen.js';
import { replayWords } from './words.js';

/** What is known of a generation without showing it. */
export const GenerationFacts = ({ one, language }: { one: GenerationSeen; language: Language }) => {
  const [words, figures] = [replayWords[language], figuresIn(language)];
  const size = figures.size(one.bytes);
  return (
    <dl class="facts">
      {'position' in one && (
        <>
          <dt>{words.position}</dt>
          <dd>{figures.position(one.position)}</dd>
        </>
      )}
      <dt>{words.made}</dt>
      <dd>
        <time dateTime={one.made}>{momentInWords(one.made, commonZone, language)}</time>
      </dd>
      <dt>{words.version}</dt>
      <dd>
        {'damaged' in one ? words.damaged : one.outdated === undefined ? words.ofThisCode : words.ofOtherCode}
        {'outdated' in one && one.outdated !== undefined && (
          <span class="quiet" lang="en">
            {one.outdated}
          </span>
        )}
        {'damaged' in one && (
          <span class="quiet" lang="en">
            {one.damaged}
          </span>
        )}
      </dd>
      <dt>{words.size}</dt>
      <dd>{'rows' in one ? `${size}, ${words.rows(figures.count(one.rows))}` : size}</dd>
    </dl>
  );
};

/** Whether the projector could show it. */
export const canBeShown = (one: GenerationSeen): boolean => !('damaged' in one) && one.outdated === undefined;
