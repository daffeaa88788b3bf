import type { SourceId } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import type { PageResponse } from '../../page.js';
import { consolePage, type ConsoleRequest } from '../frame.js';
import { AddingForm } from './adding-form.js';
import { Refused } from './refused.js';
import type { AddingRefused, FirstReading, Wish, WishErrors } from './seen.js';
import { sourcesWords, type SourcesWords } from './words.js';

/** The source is not added: why, beside what was typed. */
export const notAddedPage = (
  request: ConsoleRequest,
  { wish, errors, refused }: Readonly<{ wish: Wish; errors?: WishErrors; refused?: AddingRefused }>,
): PageResponse => {
  const { language } = request;
  const words = sourcesWords[language];
  return consolePage(request, {
    title: words.notAdded,
    address: '/admin/sources',
    status: 400,
    body: (
      <>
        {refused && <Refused refused={refused} language={language} />}
        <p>{wish.url}</p>
        <AddingForm wish={wish} errors={errors} what={wish.plateforme} language={language} />
        <p>
          <a href={pathOf('/admin/sources', language)}>{words.again}</a>
        </p>
      </>
    ),
  });
};

const readingInWords = (first: FirstReading, words: SourcesWords): string => {
  if (first === 'later') return words.later;
  switch (first.outcome) {
    case 'read':
      return words.readNow(first.items);
    case 'not-modified':
      return words.readBefore;
    case 'failed':
      return words.failedNow;
    case 'postponed':
      return words.postponed;
  }
};

/** The source is added, and this came of its first reading. */
export const addedPage = (
  request: ConsoleRequest,
  { source, title, first }: Readonly<{ source: SourceId; title: string; first: FirstReading }>,
): PageResponse => {
  const { language } = request;
  const words = sourcesWords[language];
  const isGood = first !== 'later' && first.outcome !== 'failed';
  const id = encodeURIComponent(source);
  return consolePage(request, {
    title: words.added(title),
    address: '/admin/sources',
    body: (
      <>
        <div class={isGood ? 'notice good' : 'notice'} role="status">
          <p>{readingInWords(first, words)}</p>
          {first !== 'later' && first.reason && (
            <p lang="en">
              <bdi>{first.reason.detail}</bdi>
            </p>
          )}
        </div>
        <ul>
          <li>
            <a href={pathOf(`/sources/${id}`, language)}>{words.sourcePage}</a>{' '}
            <span class="quiet">{words.inSeconds}</span>
          </li>
          <li>
            <a href={pathOf(`/admin/sources/${id}/retirer`, language)}>{words.undoAdd}</a>
          </li>
          <li>
            <a href={pathOf('/admin/sources', language)}>{words.backToSources}</a>
          </li>
        </ul>
      </>
    ),
  });
};

/** Whether a source is really to be removed; `refused` where it cannot be. */
export const removePage = (
  request: ConsoleRequest,
  { source, title, refused }: Readonly<{ source: SourceId; title: string; refused?: AddingRefused }>,
): PageResponse => {
  const { language } = request;
  const words = sourcesWords[language];
  const path = `/admin/sources/${encodeURIComponent(source)}/retirer`;
  return consolePage(request, {
    title: words.removeTitle(title),
    status: refused === undefined ? 200 : refused.type === 'no-such-source' ? 404 : 400,
    body: (
      <>
        {refused ? (
          <Refused refused={refused} language={language} />
        ) : (
          <form class="fields" method="post" action={pathOf(path, language)}>
            <p class="lead">{words.removeText}</p>
            <div class="links">
              <button>{words.removeIt}</button>
              <a href={pathOf('/admin/sources', language)}>{words.keepIt}</a>
            </div>
          </form>
        )}
        {refused && (
          <p>
            <a href={pathOf('/admin/sources', language)}>{words.backToSources}</a>
          </p>
        )}
      </>
    ),
  });
};
