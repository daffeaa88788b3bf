import { pathOf } from '../../components/links.js';
import type { ConsoleRequest } from '../frame.js';
import { rulingsPath } from './addresses.js';
import { Refusal } from './refusal.js';
import { UndoForm } from './ruling-list.js';
import type { RulingLine, RulingsSeen } from './seen.js';
import { rulingsWords } from './words.js';

const Outcome = ({ request, line, applying }: { request: ConsoleRequest; line: RulingLine; applying: boolean }) => {
  const { language } = request;
  const words = rulingsWords[language];
  const asked = new URLSearchParams({ [line.revoked ? 'defaite' : 'faite']: line.ruling });
  return (
    <div class="notice good" role="status">
      <p>{line.revoked ? words.undone : words.made[line.verdict]}</p>
      {applying && (
        <p>
          {words.applying} <a href={pathOf(`${rulingsPath}?${asked}`, language)}>{words.lookAgain}</a>
        </p>
      )}
      <ul>
        {line.announcements
          .filter(
            ({ gathering }, place, all) => gathering && all.findIndex((one) => one.gathering === gathering) === place,
          )
          .map(({ gathering, title }) => (
            <li key={gathering}>
              <a href={pathOf(`/rencontres/${encodeURIComponent(gathering ?? '')}`, language)} dir="auto">
                {title}
              </a>
            </li>
          ))}
      </ul>
      {!line.revoked && <UndoForm request={request} line={line} />}
    </div>
  );
};

/** What was just decided or undone, where that shows, and the way back; or why not. */
export const Said = ({ request, seen }: { request: ConsoleRequest; seen: RulingsSeen }) => (
  <>
    {seen.done && <Outcome request={request} line={seen.done} applying={seen.applying ?? false} />}
    {seen.refused && <Refusal refused={seen.refused} language={request.language} />}
  </>
);
