import { checkpoints } from '@relais/read-models';
import { momentInWords } from '@relais/vocabulary';
import { commonZone } from '../../components/rows.js';
import type { Page } from '../../page.js';
import { words } from './words.js';

/** So many checkpoints are listed; all of them are in the text beside. */
const shown = 10;

/** How the log can be checked by anybody: its last checkpoints, and the key they are signed by. */
export const journalPage: Page = {
  name: 'journal',
  paths: ['/journal'],
  render({ models, language, journalKey }) {
    const said = words[language];
    const last = models.find(checkpoints, { order: ['size', 'descending'], limit: shown }).map(({ row }) => row);
    const number = new Intl.NumberFormat(language);
    return {
      title: said.title,
      description: said.lead,
      body: (
        <>
          <h1>{said.title}</h1>
          <p class="lead">{said.lead}</p>
          <h2>{said.how}</h2>
          <p>{said.chain}</p>
          <p>{said.signed}</p>
          <p>{said.keep}</p>
          <p class="quiet">{said.limits}</p>
          <h2>{said.key}</h2>
          {journalKey === undefined ? (
            <p>{said.noKey}</p>
          ) : (
            <div class="prose">
              <p>{said.keyText}</p>
              <pre class="card">{journalKey}</pre>
            </div>
          )}
          <h2>{said.points}</h2>
          {last[0] === undefined ? (
            <p>{said.none}</p>
          ) : (
            <>
              <ul class="news">
                {last.map(({ size, hash, at }) => (
                  <li key={size}>
                    <strong>{said.point(number.format(size))}</strong>{' '}
                    <time class="quiet" dateTime={at}>
                      {momentInWords(at, commonZone, language)}
                    </time>
                    <code class="quiet">{hash}</code>
                  </li>
                ))}
              </ul>
              <h2>{said.last}</h2>
              <div class="prose">
                <pre class="card">{last[0].note}</pre>
              </div>
              <ul class="links">
                <li>
                  <a href="/journal/points.txt">{said.all}</a>
                </li>
                <li>
                  <a href="/journal/dernier.txt">{said.onlyLast}</a>
                </li>
              </ul>
            </>
          )}
          <h2>{said.check}</h2>
          <div class="prose">
            <p>{said.checkText}</p>
            <pre class="card">npm run relais -- verify --checkpoints points.txt</pre>
            <p>{said.checkAgainst}</p>
          </div>
        </>
      ),
    };
  },
};
