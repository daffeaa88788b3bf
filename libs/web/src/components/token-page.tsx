import type { ComponentChildren } from 'preact';
import { messages, type Messages } from '../i18n/messages.js';
import type { FormOutcome, PageRequest, PageResponse } from '../page.js';
import { pathOf } from './links.js';

/** A page by token: a GET shows one button, and only its POST acts, so that whoever follows links for safety changes nothing. */
export const tokenPage = (
  request: PageRequest,
  done: NonNullable<FormOutcome['done']>,
  texts: (words: Messages) => { title: string; text: string; button: string; doneTitle: string; doneText: string },
  fields?: ComponentChildren,
): PageResponse => {
  const { language, outcome, path, query } = request;
  const words = messages[language];
  const { title, text, button, doneTitle, doneText } = texts(words);
  const error = outcome?.errors?.['jeton'];
  const isDone = outcome?.done === done;
  const [heading, body] = isDone ? [doneTitle, doneText] : error ? [words.badLink, words.errors[error]] : [title, text];
  return {
    status: error ? 400 : 200,
    title: heading,
    private: true,
    body: (
      <>
        <h1>{heading}</h1>
        {error || isDone ? (
          <>
            <p class={error ? 'notice' : 'notice good'} role={error ? 'alert' : 'status'}>
              {body}
            </p>
            <ul class="links">
              <li>
                <a href={pathOf('/agenda', language)}>{words.wholeAgenda}</a>
              </li>
              <li>
                <a href={pathOf('/abonnement', language)}>{words.askAgain}</a>
              </li>
            </ul>
          </>
        ) : (
          <>
            <p class="lead">{body}</p>
            <form class="fields" method="post" action={pathOf(path, language)}>
              <input type="hidden" name="jeton" value={query['jeton'] ?? ''} />
              {fields}
              <div>
                <button>{button}</button>
              </div>
            </form>
          </>
        )}
      </>
    ),
  };
};
