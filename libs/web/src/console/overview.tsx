import { issues, sources } from '@relais/read-models';
import { pathOf } from '../components/links.js';
import { messages } from '../i18n/messages.js';
import type { PageResponse } from '../page.js';
import { consolePage, type ConsoleRequest } from './frame.js';
import { disputedToCome } from './rulings/to-look-at.js';
import { consoleWords } from './wording.js';

/** What needs somebody's care first. */
export const overviewPage = (request: ConsoleRequest): PageResponse => {
  const { language, models } = request;
  const words = consoleWords[language];
  const all = models.find(sources).map(({ row }) => row);
  const waiting = models.find(issues).filter(({ row }) => row.waits).length;
  const care = all.filter(({ status }) => status !== 'ok' && status !== 'unread');
  return consolePage(request, {
    title: words.overview,
    body: (
      <>
        <h2>{words.sourcesHeading}</h2>
        <p>
          <a href={pathOf('/admin/sources', language)}>{messages[language].sourcesCount(all.length)}</a>
        </p>
        {care.length === 0 ? (
          <p class="notice good">{words.allWell}</p>
        ) : (
          <>
            <h3>{words.needCare}</h3>
            <ul>
              {care.map(({ source, title, reason }) => (
                <li key={source}>
                  <a href={pathOf(`/sources/${encodeURIComponent(source)}`, language)}>{title}</a>
                  {reason && ` — ${reason.detail}`}
                </li>
              ))}
            </ul>
          </>
        )}
        <h2>{words.lettersHeading}</h2>
        <p>
          <a href={pathOf('/admin/lettres', language)}>{words.issuesWaiting(waiting)}</a>
        </p>
        <h2>{words.rulingsHeading}</h2>
        <p>
          <a href={pathOf('/admin/rapprochements', language)}>{words.toCheck(disputedToCome(request).length)}</a>
        </p>
        <h2>{words.replayHeading}</h2>
        <p>
          <a href={pathOf('/admin/rejeu', language)}>{words.replayText(models.generation())}</a>
        </p>
        <p>
          <a href={`${pathOf('/admin/rejeu', language)}#le`}>{words.pastText}</a>
        </p>
      </>
    ),
  });
};
