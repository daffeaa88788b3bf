import { pathOf } from '../../components/links.js';
import type { PageResponse } from '../../page.js';
import { consolePage, type ConsoleRequest } from '../frame.js';
import type { ImportedOutline, ImportSeen } from './seen.js';
import { sourcesWords, type SourcesWords } from './words.js';

const looks = { added: 'mark good', there: 'mark', not: 'mark bad' } as const;

const summary = ({ came, of, done }: ImportSeen, words: SourcesWords): string => {
  if (!done) return words.importRuns(came.length, of);
  const count = (what: ImportedOutline['came']): number => came.filter((one) => one.came === what).length;
  return words.importDone(count('added'), count('there'), count('not'));
};

/** How far the last list of subscriptions is, and what came of each of its addresses. */
export const importPage = (request: ConsoleRequest, seen: ImportSeen | undefined): PageResponse => {
  const { language } = request;
  const words = sourcesWords[language];
  return consolePage(request, {
    title: words.importTitle,
    body: (
      <>
        <p class={seen?.done ? 'notice good' : 'lead'} role="status">
          {seen ? summary(seen, words) : words.noImport}
        </p>
        {seen && !seen.done && (
          <p>
            <a class="button" href={pathOf('/admin/sources/import', language)}>
              {words.lookAgain}
            </a>
          </p>
        )}
        {seen && seen.came.length > 0 && (
          <ul class="news">
            {seen.came.map((one) => (
              <li key={one.url}>
                <span class={looks[one.came]}>{words.came[one.came]}</span> <bdi>{one.title ?? one.url}</bdi>
                <span class="quiet">
                  {one.url}
                  {'reason' in one && (
                    <>
                      {' — '}
                      <bdi lang="en">{one.reason}</bdi>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
        {seen && seen.errors.length > 0 && (
          <>
            <h2>{words.importErrors}</h2>
            <ul lang="en">
              {seen.errors.map((error, index) => (
                <li key={index}>
                  <bdi>{error}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href={pathOf('/admin/sources', language)}>{words.backToSources}</a>
        </p>
      </>
    ),
  });
};
