import { lettersOf } from '../../components/wanted/letters.js';
import { WantedSummary } from '../../components/wanted/summary.js';
import { tokenPage } from '../../components/token-page.js';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { Page } from '../../page.js';

/** Where the link of the confirmation letter leads: what was asked for, and one button. */
export const confirmPage: Page = {
  name: 'confirm',
  paths: ['/abonnement/confirmer'],
  render: (request) => {
    const { joins, mark } = lettersOf(request);
    const summary = request.outcome?.letters && <WantedSummary request={request} />;
    return tokenPage(
      request,
      (words) => ({
        title: words.confirmTitle,
        text: words.confirmText,
        button: words.confirm,
        done: { confirmed: { title: words.confirmed, text: words.confirmedText, more: summary } },
      }),
      {
        above: (
          <>
            {summary}
            {joins && <p>{wantedWords[request.language].joins}</p>}
          </>
        ),
        fields: mark && <input type="hidden" name="vu" value={mark} />,
      },
    );
  },
};
