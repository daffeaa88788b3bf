import type { ComponentChildren } from 'preact';
import { entranceTo } from '../components/links.js';
import type { PageRequest, PageResponse } from '../page.js';
import { consoleWords } from './wording.js';

/** Where somebody who wants to come in stands. */
export type SignIn =
  | Readonly<{ step: 'ask'; error?: 'no-address' }>
  | Readonly<{ step: 'sent' | 'bad-link' | 'foreign' }>
  /** With a link that holds; opening it does nothing yet, since machines open links too. */
  | Readonly<{ step: 'enter'; token: string }>;

const page = (title: string, status: number, body: ComponentChildren): PageResponse => ({
  title,
  status,
  private: true,
  body: (
    <>
      <h1>{title}</h1>
      {body}
    </>
  ),
});

const AddressForm = ({ request, error }: { request: PageRequest; error: boolean }) => {
  const words = consoleWords[request.language];
  return (
    <form class="fields" method="post" action={entranceTo(request.query['vers'], request.language)} noValidate>
      <div>
        <label for="adresse">{words.address}</label>
        <input
          type="email"
          id="adresse"
          name="adresse"
          autocomplete="email"
          required
          {...(error && { 'aria-describedby': 'adresse-erreur', 'aria-invalid': 'true' as const })}
        />
        {error && (
          <p class="error" id="adresse-erreur" role="alert">
            {words.noAddress}
          </p>
        )}
      </div>
      <div>
        <button>{words.sendLink}</button>
      </div>
    </form>
  );
};

/** The way into the console, step by step. */
export const signInPage = (request: PageRequest, at: SignIn): PageResponse => {
  const { language } = request;
  const words = consoleWords[language];
  const again = (
    <p>
      <a href={entranceTo(request.query['vers'], language)}>{words.again}</a>
    </p>
  );
  const notice = (text: string) => (
    <p class="notice" role="alert">
      {text}
    </p>
  );
  switch (at.step) {
    case 'ask':
      return page(
        words.signIn,
        at.error ? 400 : 200,
        <>
          <p class="lead">{words.signInText}</p>
          <AddressForm request={request} error={at.error !== undefined} />
        </>,
      );
    case 'sent':
      return page(words.sent, 200, <p class="lead">{words.sentText}</p>);
    case 'enter':
      return page(
        words.signIn,
        200,
        <form class="fields" method="post" action={entranceTo(request.query['vers'], language)}>
          <p class="lead">{words.enterText}</p>
          <input type="hidden" name="jeton" value={at.token} />
          <div>
            <button>{words.enter}</button>
          </div>
        </form>,
      );
    case 'bad-link':
      return page(
        words.badLink,
        400,
        <>
          {notice(words.badLinkText)}
          {again}
        </>,
      );
    case 'foreign':
      return page(words.foreign, 403, notice(words.foreignText));
  }
};
