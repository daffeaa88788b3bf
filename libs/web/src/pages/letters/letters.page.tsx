import { assemblies, issues } from '@relais/read-models';
import { dayInWords } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import { messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';

/** The archive: every issue of every list, the newest first. */
export const lettersPage: Page = {
  name: 'letters',
  paths: ['/lettres'],
  render({ models, language }) {
    const words = messages[language];
    const all = models.find(issues, { order: ['date', 'descending'] }).map(({ row }) => row);
    return {
      title: words.letters,
      description: `${words.lettersIntro} ${words.subscribeIntro}`,
      body: (
        <>
          <h1>{words.letters}</h1>
          <p class="lead">{words.lettersIntro}</p>
          {all.length === 0 && <p>{words.noLetter}</p>}
          <ul class="news">
            {all.map(({ issue, assembly, date }) => (
              <li key={issue}>
                <a href={pathOf(`/lettres/${issue}`, language)}>
                  {models.get(assemblies, assembly)?.profile.name ?? assembly}
                </a>{' '}
                <span class="quiet">
                  <time dateTime={date}>{words.letterOf(dayInWords(date, language))}</time>
                </span>
              </li>
            ))}
          </ul>
          <p>
            <a class="button" href={pathOf('/abonnement', language)}>
              {words.subscribeTo}
            </a>
          </p>
        </>
      ),
    };
  },
};
