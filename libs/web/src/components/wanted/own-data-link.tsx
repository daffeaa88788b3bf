import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { PageRequest } from '../../page.js';

/** Where a person takes all that is kept of them, by the token they came with. */
export const OwnDataLink = ({ request: { language, query, outcome } }: { request: PageRequest }) => {
  const token = outcome?.values?.['jeton'] ?? query['jeton'];
  const { ownData, ownDataText } = wantedWords[language];
  return token && outcome?.letters ? (
    <p>
      <a href={`/abonnement/donnees?${new URLSearchParams({ jeton: token })}`} download>
        {ownData}
      </a>{' '}
      {ownDataText}
    </p>
  ) : null;
};
