import { Day } from '../../components/day.js';
import { messages } from '../../i18n/messages.js';
import type { Seen } from './seen.js';

/** Each item of the document that cannot be used: where it stands, and what is wrong with it. */
export const Refusals = ({ row: { refused }, language, zone }: Seen) => {
  if (refused === undefined) return null;
  const words = messages[language];
  const own = words.sourcePage;
  const more = refused.refused - refused.first.length;
  return (
    <section>
      <h2>{own.refusals}</h2>
      <p>
        {own.refusedCount(refused.refused)}, {words.sinceWhen}{' '}
        <Day instant={refused.since} zone={zone} language={language} />. {own.refusedRest}
      </p>
      <ul>
        {refused.first.map(({ where, what }, index) => (
          <li key={index}>
            <code>
              <bdi>{where}</bdi>
            </code>{' '}
            <br />
            <bdi>{what}</bdi>
          </li>
        ))}
        {more > 0 && <li>{own.moreRefused(more)}</li>}
      </ul>
    </section>
  );
};
