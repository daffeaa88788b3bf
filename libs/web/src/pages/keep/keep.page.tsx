import { dayInWords, localTime } from '@relais/vocabulary';
import { tokenPage } from '../../components/token-page.js';
import { lettersOf } from '../../components/wanted/letters.js';
import { WantedSummary } from '../../components/wanted/summary.js';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { Page } from '../../page.js';

/** Where whoever was asked whether they still want their letters says yes. */
export const keepPage: Page = {
  name: 'keep',
  paths: ['/abonnement/garder'],
  render: (request) => {
    const { language, outcome } = request;
    const { askedUntil, zone } = lettersOf(request);
    const { keepUntil } = wantedWords[language];
    return tokenPage(
      request,
      (_words, wanted) => ({
        title: wanted.keepTitle,
        text: wanted.keepText,
        button: wanted.keep,
        done: { kept: { title: wanted.kept, text: wanted.keptText } },
      }),
      {
        above: (
          <>
            {askedUntil && <p>{keepUntil(dayInWords(localTime(askedUntil, zone).date, language))}</p>}
            {outcome?.letters && <WantedSummary request={request} />}
          </>
        ),
      },
    );
  },
};
