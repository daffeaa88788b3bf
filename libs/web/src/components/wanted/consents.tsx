import { dayInWords, localTime } from '@relais/vocabulary';
import { wordingOf } from '../../i18n/consent.js';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { PageRequest } from '../../page.js';
import { lettersOf } from './letters.js';

/** What a person agreed to, when and where: word for word, with what proves it. */
export const ConsentsGiven = ({ request }: { request: PageRequest }) => {
  const { language } = request;
  const words = wantedWords[language];
  const { consents, zone } = lettersOf(request);
  if (consents.length === 0) return null;
  return (
    <section>
      <h2>{words.consentTitle}</h2>
      {consents.map((consent, index) => {
        if (consent === undefined) return <p key={index}>{words.imported}</p>;
        const { list, wording, hash, form, askedAt, confirmedAt } = consent;
        const day = (at: string): string => dayInWords(localTime(at, zone).date, language);
        return (
          <div key={index} class="prose">
            <h3>{list}</h3>
            <blockquote lang={wording.split('-').at(-1)}>{wordingOf(wording) ?? words.wordingGone}</blockquote>
            <p>
              {words.consented(day(askedAt), form)}
              {confirmedAt && `, ${words.confirmed(day(confirmedAt))}`}.
            </p>
            <p class="quiet">{words.proof(wording, hash)}</p>
          </div>
        );
      })}
    </section>
  );
};
