import { localTime } from '@relais/vocabulary';
import { tokenPage } from '../../components/token-page.js';
import { lettersOf } from '../../components/wanted/letters.js';
import { preferencesInFields } from '../../components/wanted/preferences-fields.js';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { Page, PageRequest } from '../../page.js';
import { Above, Again, Below } from './around.js';
import { HowItLooks, WhatOf, WhenItComes } from './fields.js';

/** Filled in with what was written, or else with what holds. */
const filledIn = (request: PageRequest): PageRequest => {
  const { preferences } = lettersOf(request);
  const { pausedUntil } = preferences;
  // A pause that is over is none.
  const isPaused = pausedUntil !== null && pausedUntil > localTime(request.now, preferences.zone).date;
  const stands = preferencesInFields(isPaused ? preferences : { ...preferences, pausedUntil: null });
  const { outcome } = request;
  // Of a form with mistakes all is shown as it was sent: a box that is not in it was unticked.
  const values = outcome?.errors ? outcome.values : { ...stands, ...outcome?.values };
  return { ...request, outcome: { ...outcome, ...(values && { values }) } };
};

/** Where a person shapes their letters, without an account: all of it in one form, with what that comes to. */
export const preferencesPage: Page = {
  name: 'preferences',
  paths: ['/abonnement/preferences'],
  render: (asked) => {
    const request = filledIn(asked);
    const wanted = wantedWords[request.language];
    return tokenPage(
      request,
      (words) => ({
        title: words.preferencesTitle,
        text: wanted.preferencesText,
        button: wanted.save,
        done: { changed: { title: words.preferencesTitle, text: wanted.saved, more: <Again request={request} /> } },
      }),
      {
        above: <Above request={request} />,
        fields: (
          <>
            <WhatOf request={request} />
            <WhenItComes request={request} />
            <HowItLooks request={request} />
          </>
        ),
        after: <Below request={request} />,
      },
    );
  },
};
