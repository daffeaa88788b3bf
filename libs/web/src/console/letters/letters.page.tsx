import { dayInWords, momentInWords, type Language } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import { commonZone } from '../../components/rows.js';
import type { PageResponse } from '../../page.js';
import { consolePage, type ConsoleRequest } from '../frame.js';
import { issueAddress, lettersAddress } from './addresses.js';
import { ExternalLists } from './external-lists.js';
import { endedIn, Failures, lettersIn } from './outcomes.js';
import type { ImportSeen, IssueLine, LettersSeen, ListSeen } from './seen.js';
import { lettersWords } from './words.js';

const Import = ({ one, language }: { one: ImportSeen; language: Language }) => {
  const words = lettersWords[language];
  const { at, status, lines } = one;
  return (
    <li>
      <time dateTime={at}>{momentInWords(at, commonZone, language)}</time>
      {status !== 'completed' && <span> · {status === 'undone' ? words.importUndone : words.importRunning}</span>}
      {lines && <p class="quiet">{words.importLines(lines.imported, lines.known, lines.left, lines.refused)}</p>}
    </li>
  );
};

const List = ({ one, language }: { one: ListSeen; language: Language }) => {
  const words = lettersWords[language];
  const { confirmed, requested, ended } = one.subscribers;
  return (
    <li>
      <h3 dir="auto">{one.name}</h3>
      <p>{words.subscribers(confirmed, requested, ended)}</p>
      {one.approval && <p class="quiet">{words.needsApproval}</p>}
      {one.imports.length > 0 && (
        <>
          <h4>{words.imports}</h4>
          <ul>
            {one.imports.map((each) => (
              <Import key={each.id} one={each} language={language} />
            ))}
          </ul>
        </>
      )}
    </li>
  );
};

const Issue = ({ one, language }: { one: IssueLine; language: Language }) => {
  const words = lettersWords[language];
  const { issue, name, date, state, outcomes, failed } = one;
  return (
    <li>
      <h3>
        <a href={pathOf(issueAddress(issue), language)} dir="auto">
          {name} — {dayInWords(date, language)}
        </a>{' '}
        <span class="mark">{words.states[state]}</span>
      </h3>
      <p class="quiet">
        {words.progress(endedIn(outcomes), lettersIn(outcomes))}
        {(['deferred', 'refused', 'unknown', 'bounced', 'complained'] as const)
          .filter((of) => outcomes[of] > 0)
          .map((of) => ` · ${words.outcome[of]} : ${outcomes[of]}`)
          .join('')}
        {` · ${issue}`}
      </p>
      <Failures failed={failed} language={language} />
    </li>
  );
};

/** Lists, their issues and what became of them: everything that can happen to a letter is told here, and of nobody. */
export const lettersConsolePage = (request: ConsoleRequest, seen: LettersSeen): PageResponse => {
  const { language } = request;
  const words = lettersWords[language];
  const { lists, issues, external, held } = seen;
  return consolePage(request, {
    title: words.title,
    address: lettersAddress,
    body: (
      <>
        {held && (
          <div class="notice">
            <p>
              {words.held(held.letters)}{' '}
              <time dateTime={held.since}>{momentInWords(held.since, commonZone, language)}</time>.
            </p>
            <p>{words.heldHint}</p>
          </div>
        )}
        <h2>{words.issues}</h2>
        {issues.length === 0 ? (
          <p>{words.noIssue}</p>
        ) : (
          <ul class="sources">
            {issues.map((one) => (
              <Issue key={one.issue} one={one} language={language} />
            ))}
          </ul>
        )}
        <h2>{words.lists}</h2>
        {lists.length === 0 && <p>{words.noList}</p>}
        <ul class="sources">
          {lists.map((one) => (
            <List key={one.list} one={one} language={language} />
          ))}
        </ul>
        <ExternalLists external={external} language={language} />
      </>
    ),
  });
};
