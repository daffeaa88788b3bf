import type { ComponentChildren } from 'preact';
import { messages, type Messages } from '../i18n/messages.js';
import { wantedWords, type WantedWords } from '../i18n/wanted/wanted.js';
import type { FormOutcome, PageRequest, PageResponse } from '../page.js';
import { pathOf } from './links.js';

type Done = NonNullable<FormOutcome['done']>;
type Said = Readonly<{ title: string; text: string; more?: ComponentChildren }>;

export type TokenTexts = Readonly<{
  title: string;
  text: string;
  button: string;
  /** What is said of what was done. */
  done: { readonly [D in Done]?: Said };
}>;

/** The field that every form of a page by token has. */
export const TokenField = ({ query, outcome }: PageRequest) => (
  <input type="hidden" name="jeton" value={outcome?.values?.['jeton'] ?? query['jeton'] ?? ''} />
);

/** A page by token: a GET shows what its buttons would do, and only their POST acts, so that whoever follows links for safety changes nothing. */
export const tokenPage = (
  request: PageRequest,
  texts: (words: Messages, wanted: WantedWords) => TokenTexts,
  parts: Readonly<{
    /** Before the form. */
    above?: ComponentChildren;
    /** Above the button. */
    fields?: ComponentChildren;
    /** Below it, in the same form. */
    below?: ComponentChildren;
    after?: ComponentChildren;
  }> = {},
): PageResponse => {
  const { language, outcome, path } = request;
  const words = messages[language];
  const { title, text, button, done } = texts(words, wantedWords[language]);
  const error = outcome?.errors?.['jeton'];
  const said = outcome?.done && done[outcome.done];
  if (error) return over(request, { title: words.badLink, text: words.errors['invalid-token'] }, true);
  if (said) return over(request, said, false);
  const isWrong = Object.keys(outcome?.errors ?? {}).length > 0;
  return {
    status: isWrong ? 400 : 200,
    title: isWrong ? words.errorTitle(title) : title,
    private: true,
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {outcome?.notice && (
          <p class="notice" role="alert">
            {wantedWords[language].anotherWish}
          </p>
        )}
        {parts.above}
        <form class="fields" method="post" action={pathOf(path, language)} noValidate>
          <TokenField {...request} />
          {parts.fields}
          <div>
            <button>{button}</button>
          </div>
          {parts.below}
        </form>
        {parts.after}
      </>
    ),
  };
};

/** Nothing is left to do: it was done, or the link is good for nothing. */
const over = ({ language }: PageRequest, { title, text, more }: Said, isBad: boolean): PageResponse => {
  const words = messages[language];
  return {
    status: isBad ? 400 : 200,
    title,
    private: true,
    body: (
      <>
        <h1>{title}</h1>
        <p class={isBad ? 'notice' : 'notice good'} role={isBad ? 'alert' : 'status'}>
          {text}
        </p>
        {more}
        <ul class="links">
          <li>
            <a href={pathOf('/agenda', language)}>{words.wholeAgenda}</a>
          </li>
          <li>
            <a href={pathOf('/abonnement', language)}>{words.askAgain}</a>
          </li>
        </ul>
      </>
    ),
  };
};
