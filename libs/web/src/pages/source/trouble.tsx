import { Day } from '../../components/day.js';
import { messages } from '../../i18n/messages.js';
import type { Seen } from './seen.js';

/** Why a source cannot be read or says nothing, and what to do about it; nothing where all is well. */
export const Trouble = ({ row, language, zone }: Seen) => {
  const words = messages[language];
  const own = words.sourcePage;
  const { reason, silent, status } = row;
  if (reason)
    return (
      <div class="notice" role="status">
        <p>
          <strong>
            <bdi>{words.titleOf(words.failures[reason.code], reason.detail)}</bdi>
          </strong>
        </p>
        {status === 'gone' && <p>{own.goneText}</p>}
        <p>
          {own.whatToDo} {status === 'gone' ? own.goneRemedy : own.remedies[reason.code]}
        </p>
        <p>
          {own.keeps}
          {row.lastRead && (
            <>
              {' '}
              {words.titleOf(own.lastReading, '')}
              <Day instant={row.lastRead} zone={zone} language={language} />.
            </>
          )}
        </p>
      </div>
    );
  if (silent)
    return (
      <div class="notice good" role="status">
        <p>
          <strong>{own.silence(silent.days, silent.usual)}</strong>
        </p>
        <p>
          {own.whatToDo} {own.silenceRemedy}
        </p>
      </div>
    );
  return null;
};
