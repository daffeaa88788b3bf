import type { IssueDifference, NamedFact } from '@relais/digests';
import { dayInWords, momentInWords, whenInWords, type Language } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import { commonZone } from '../../components/rows.js';
import type { PageResponse } from '../../page.js';
import { consolePage, type ConsoleRequest } from '../frame.js';
import { issueAddress, lettersAddress } from './addresses.js';
import { Failures, Outcomes } from './outcomes.js';
import { RulingForm } from './ruling-form.js';
import type { IssueSeen, RulingOutcome } from './seen.js';
import { lettersWords } from './words.js';

const Difference = ({ seen, language }: { seen: IssueSeen; language: Language }) => {
  const words = lettersWords[language];
  const { difference, previous } = seen;
  const { added, removed, changed } = difference satisfies IssueDifference;
  const whenOf = ({ when }: NamedFact): string => (when ? whenInWords(when, language) : '');
  const parts = [
    ['added', added.map((fact) => ({ ...fact, more: whenOf(fact) }))],
    ['removed', removed.map((fact) => ({ ...fact, more: whenOf(fact) }))],
    ['changed', changed.map((fact) => ({ ...fact, more: fact.parts.map((one) => words.parts[one]).join(', ') }))],
  ] as const;
  return (
    <>
      <h2>{words.difference}</h2>
      {previous === undefined ? <p>{words.first}</p> : <p class="quiet">{previous}</p>}
      {parts.every(([, facts]) => facts.length === 0) && <p>{words.same}</p>}
      {parts.map(
        ([name, facts]) =>
          facts.length > 0 && (
            <section key={name}>
              <h3>{words[name]}</h3>
              <ul>
                {facts.map(({ key, title, more }) => (
                  <li key={key}>
                    <span dir="auto">{title}</span> {more && <span class="quiet">{more}</span>}
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
};

const Copies = ({ copies, language }: { copies: IssueSeen['copies']; language: Language }) => {
  const words = lettersWords[language];
  return (
    <>
      <h2>{words.whom}</h2>
      {copies.length === 0 ? (
        <p>{words.whomNone}</p>
      ) : (
        <ul>
          {copies.map(({ language: of, length = 'full', format = 'html', letters }) => (
            <li key={`${of} ${length} ${format}`}>
              {of === undefined ? words.others(letters) : words.copy(letters, of, length, format)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const Letter = ({ letter, language }: { letter: IssueSeen['letter']; language: Language }) => {
  const words = lettersWords[language];
  return (
    <>
      <h2>{words.letter}</h2>
      {letter === undefined ? (
        <p class="notice">{words.noLetter}</p>
      ) : (
        <>
          <p class="quiet">{words.letterHint}</p>
          <p>
            <strong dir="auto">{letter.subject}</strong>
          </p>
          {/* Nothing in it runs, and nothing in it reaches this page. */}
          <iframe
            title={words.letterHtml}
            sandbox=""
            srcDoc={letter.html}
            style="width:100%;height:36rem;border:1px solid;border-radius:.4rem;background:#fff"
          />
          <details>
            <summary>{words.letterText}</summary>
            <pre style="white-space:pre-wrap;overflow-wrap:anywhere">{letter.text}</pre>
          </details>
        </>
      )}
    </>
  );
};

const Ruled = ({ seen: { ruled, state }, language }: { seen: IssueSeen; language: Language }) => {
  if (ruled === undefined) return null;
  const words = lettersWords[language];
  const { by, at, note } = ruled;
  return (
    <>
      <p>
        {state === 'rejected' ? words.rejectedBy(by) : words.approvedBy(by)}{' '}
        <time dateTime={at}>{momentInWords(at, commonZone, language)}</time>.
      </p>
      {note && (
        <blockquote>
          <p dir="auto">{note}</p>
        </blockquote>
      )}
    </>
  );
};

/** One issue: the letter as it will go, to how many, what is new in it, what became of it, and the decision where one is asked for. */
export const issueConsolePage = (
  request: ConsoleRequest,
  seen: IssueSeen,
  { outcome, note = '' }: Readonly<{ outcome?: RulingOutcome; note?: string }> = {},
): PageResponse => {
  const { language } = request;
  const words = lettersWords[language];
  const isGood = outcome === 'approved' || outcome === 'rejected';
  return consolePage(request, {
    title: `${seen.name} — ${dayInWords(seen.date, language)}`,
    address: issueAddress(seen.issue),
    status: outcome === undefined || isGood ? 200 : outcome === 'not-waiting' ? 409 : 400,
    body: (
      <>
        <p>
          <a href={pathOf(lettersAddress, language)}>{words.back}</a>{' '}
          <span class="mark">{words.states[seen.state]}</span>
        </p>
        {(isGood || outcome === 'not-waiting') && (
          <p class={isGood ? 'notice good' : 'notice'} role="status">
            {words.done[outcome]}
          </p>
        )}
        <Failures failed={seen.failed} language={language} />
        <Ruled seen={seen} language={language} />
        {seen.state === 'waiting' && !isGood && (
          <RulingForm issue={seen.issue} note={note} outcome={outcome} language={language} />
        )}
        <Copies copies={seen.copies} language={language} />
        <Difference seen={seen} language={language} />
        <h2>{words.outcomes}</h2>
        <Outcomes outcomes={seen.outcomes} language={language} />
        <Letter letter={seen.letter} language={language} />
      </>
    ),
  });
};

/** There is no issue of this name. */
export const noIssuePage = (request: ConsoleRequest): PageResponse => {
  const words = lettersWords[request.language];
  return consolePage(request, {
    title: words.noSuch,
    status: 404,
    body: (
      <p>
        <a href={pathOf(lettersAddress, request.language)}>{words.back}</a>
      </p>
    ),
  });
};
