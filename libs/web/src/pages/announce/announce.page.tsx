import type { Page, PageRequest, PageResponse } from '../../page.js';
import type { Announcing } from './announcing.js';
import { Summary } from './field.js';
import { FieldsForm, OwnList, PasteForm } from './forms.js';
import { announceWords } from './words.js';

/** Says what announcing by hand is; the form itself is behind a secret link of each source. */
export const announcePage: Page = {
  name: 'announce',
  paths: ['/annoncer'],
  render({ language }) {
    const words = announceWords[language];
    return {
      title: words.title,
      description: words.open,
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lead">{words.open}</p>
          <p>{words.openHow}</p>
        </>
      ),
    };
  },
};

const badLink = ({ language }: PageRequest): PageResponse => {
  const words = announceWords[language];
  return {
    ...{ status: 404, title: words.badLink, private: true },
    body: (
      <>
        <h1>{words.badLink}</h1>
        <p class="notice" role="alert">
          {words.badLinkText}
        </p>
      </>
    ),
  };
};

/** What an organiser sees behind their link: as a page of this moment, since it is theirs alone. Undefined for a link that is none. */
export const announcingPage = (announcing: Announcing | undefined): Page => ({
  name: 'announcing',
  paths: ['/annoncer/:source/:signature'],
  render(request) {
    if (announcing === undefined) return badLink(request);
    const words = announceWords[request.language];
    const { source, assembly, step, errors, done } = announcing;
    const isWrong = errors !== undefined && Object.keys(errors).length > 0;
    const shown = { request, announcing };
    return {
      status: isWrong ? 400 : 200,
      title: isWrong ? words.errorTitle(words.title) : words.title,
      private: true,
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead(source, assembly)}</p>
          {done && (
            <p class={done === 'not-found' ? 'notice' : 'notice good'} role="status">
              {words.done[done]}
            </p>
          )}
          <Summary shown={shown} />
          {step === 'paste' ? <PasteForm shown={shown} /> : <FieldsForm shown={shown} />}
          {step === 'paste' && <OwnList shown={shown} />}
          <p class="quiet">{words.secret}</p>
        </>
      ),
    };
  },
});
