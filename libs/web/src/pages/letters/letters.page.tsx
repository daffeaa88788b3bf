import { archivedIssues, subjectOf } from '@relais/digests';
import { dayInWords } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import { messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';

const feeds = [
  ['/lettres.rss', 'application/rss+xml', 'RSS'],
  ['/lettres.atom', 'application/atom+xml', 'Atom'],
  ['/lettres.json', 'application/feed+json', 'JSON'],
] as const;

/** The archive: every issue of every list, the newest first. */
export const lettersPage: Page = {
  name: 'letters',
  paths: ['/lettres'],
  render({ models, language, publicUrl }) {
    const words = messages[language];
    const all = archivedIssues(models, publicUrl);
    return {
      title: words.letters,
      description: `${words.lettersIntro} ${words.subscribeIntro}`,
      alternates: feeds.map(([href, type]) => ({ href, type, title: words.letters })),
      body: (
        <>
          <h1>{words.letters}</h1>
          <p class="lead">{words.lettersIntro}</p>
          {all.length === 0 && <p>{words.noLetter}</p>}
          <ul class="news">
            {all.map((one) => (
              <li key={one.issue}>
                <a href={pathOf(`/lettres/${one.issue}`, language)}>{subjectOf({ ...one, language })}</a>{' '}
                <span class="quiet">
                  {one.assemblyName}
                  {' · '}
                  <time dateTime={one.date}>{words.letterOf(dayInWords(one.date, language))}</time>
                </span>
              </li>
            ))}
          </ul>
          <p class="quiet">
            {feeds.map(([href, , name], index) => (
              <>
                {index > 0 && ' · '}
                <a href={href}>{`${words.letters} (${name})`}</a>
              </>
            ))}
          </p>
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
