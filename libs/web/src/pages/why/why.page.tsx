import { pathOf } from '../../components/links.js';
import { commonZone } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { PageRequest, PageResponse } from '../../page.js';
import type { Explanation } from './explained.js';
import { explanationInWords, whyWords } from './in-words.js';

const Lines = ({ title, lines, none }: { title: string; lines: readonly string[]; none?: string }) =>
  lines.length === 0 && none === undefined ? null : (
    <section>
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
    </section>
  );

/** Why somebody's letters come or do not; without an explanation, their link is good for nothing. It asks nothing and changes nothing. */
export const whyPage = (request: PageRequest, explanation: Explanation | undefined): PageResponse => {
  const { language, query } = request;
  const words = whyWords[language];
  if (explanation === undefined)
    return {
      status: 400,
      title: messages[language].badLink,
      private: true,
      body: (
        <>
          <h1>{messages[language].badLink}</h1>
          <p class="lead">{messages[language].errors['invalid-token']}</p>
        </>
      ),
    };
  const { reasons, consent, letters } = explanationInWords(explanation, { language, zone: commonZone });
  const token = encodeURIComponent(query['jeton'] ?? '');
  return {
    title: words.title,
    private: true,
    address: `/abonnement/pourquoi?jeton=${token}`,
    body: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Lines title={words.reasons} lines={reasons} />
        <Lines title={words.consent} lines={consent} />
        <Lines title={words.letters} lines={letters} none={words.noLetter} />
        <p>
          <a href={pathOf(`/abonnement/preferences?jeton=${token}`, language)}>{words.preferences}</a>
        </p>
      </>
    ),
  };
};
