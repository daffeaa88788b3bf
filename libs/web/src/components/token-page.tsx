import type { ComponentChildren } from 'preact';
import { messages, type Messages } from '../i18n/messages.js';
import type { FormOutcome, PageRequest, PageResponse } from '../page.js';

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
  const [heading, body] =
    outcome?.done === done ? [doneTitle, doneText] : error ? [words.badLink, words.errors[error]] : [title, text];
  const isForm = outcome?.done !== done && !error;
  return {
    status: error ? 400 : 200,
    title: heading,
    private: true,
    body: (
      <>
        <h1>{heading}</h1>
        <p class={error ? 'notice' : 'lead'} role={error ? 'alert' : undefined}>
          {body}
        </p>
        {isForm && (
          <form class="fields" method="post" action={language === 'en' ? `${path}?lang=en` : path}>
            <input type="hidden" name="jeton" value={query['jeton'] ?? ''} />
            {fields}
            <div>
              <button>{button}</button>
            </div>
          </form>
        )}
      </>
    ),
  };
};
