import { ConsentsGiven } from '../../components/wanted/consents.js';
import { ErrorSummary } from '../../components/wanted/field-error.js';
import { OwnDataLink } from '../../components/wanted/own-data-link.js';
import { WantedSummary } from '../../components/wanted/summary.js';
import { TokenLink } from '../../components/wanted/token-link.js';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { PageRequest } from '../../page.js';

type Of = { request: PageRequest };

/** What is wrong with what was sent, and what holds. */
export const Above = ({ request }: Of) => {
  const words = wantedWords[request.language];
  const labels = {
    ...{ villes: words.cities, themes: words.themes, sujets: words.kinds, rythme: words.rhythm },
    ...{ heure: words.hour, fuseau: words.zone, pause: words.pause },
  };
  return (
    <>
      <ErrorSummary request={request} labels={labels} />
      <WantedSummary request={request} />
    </>
  );
};

/** What a person may want to know or to do beside it. */
export const Below = ({ request }: Of) => (
  <>
    <ConsentsGiven request={request} />
    <OwnDataLink request={request} />
    <TokenLink request={request} to="quitter" />
  </>
);

/** What holds from now on, once it was saved. */
export const Again = ({ request }: Of) => (
  <>
    <WantedSummary request={request} />
    <TokenLink request={request} to="preferences" label={wantedWords[request.language].changeMore} />
  </>
);
