import { pathOf } from '../../components/links.js';
import { tokenPage } from '../../components/token-page.js';
import { ConsentsGiven } from '../../components/wanted/consents.js';
import { ErrorSummary } from '../../components/wanted/field-error.js';
import { lettersOf } from '../../components/wanted/letters.js';
import { preferencesInFields } from '../../components/wanted/preferences-fields.js';
import { WantedSummary } from '../../components/wanted/summary.js';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { Page, PageRequest } from '../../page.js';
import { HowItLooks, WhatOf, WhenItComes } from './fields.js';

/** Filled in with what was written, or else with what holds. */
const filledIn = (request: PageRequest): PageRequest => {
  const { preferences } = lettersOf(request);
  return {
    ...request,
    outcome: { ...request.outcome, values: { ...preferencesInFields(preferences), ...request.outcome?.values } },
  };
};

const Again = ({ request }: { request: PageRequest }) => {
  const { path, language, query, outcome } = request;
  const token = outcome?.values?.['jeton'] ?? query['jeton'];
  return (
    <>
      <WantedSummary request={request} />
      {token && (
        <p>
          <a href={pathOf(`${path}?${new URLSearchParams({ jeton: token })}`, language)}>
            {wantedWords[language].changeMore}
          </a>
        </p>
      )}
    </>
  );
};

/** Where a person shapes their letters, without an account: all of it in one form, with what that comes to. */
export const preferencesPage: Page = {
  name: 'preferences',
  paths: ['/abonnement/preferences'],
  render: (asked) => {
    const request = filledIn(asked);
    const words = wantedWords[request.language];
    const labels = { villes: words.cities, themes: words.themes, sujets: words.kinds, pause: words.pause };
    return tokenPage(
      request,
      ({ preferencesTitle }) => ({
        title: preferencesTitle,
        text: words.preferencesText,
        button: words.save,
        done: { changed: { title: preferencesTitle, text: words.saved, more: <Again request={request} /> } },
      }),
      {
        above: (
          <>
            <ErrorSummary request={request} labels={{ ...labels, rythme: words.rhythm, fuseau: words.zone }} />
            <WantedSummary request={request} />
          </>
        ),
        fields: (
          <>
            <WhatOf request={request} />
            <WhenItComes request={request} />
            <HowItLooks request={request} />
          </>
        ),
        after: <ConsentsGiven request={request} />,
      },
    );
  },
};
