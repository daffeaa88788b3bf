import type { PageResponse } from '../../page.js';
import { consolePage, type ConsoleRequest } from '../frame.js';
import { GenerationList } from './generation-list.js';
import { LastReplay, Ready, readyOf } from './last-replay.js';
import { LivePage } from './live-page.js';
import { Notices, statusOf } from './notices.js';
import { Running } from './running.js';
import type { ReplaySeen } from './seen.js';
import { PastForm, StartForm } from './start-form.js';
import { replayWords } from './words.js';

/** The replay: what is shown, what is kept, what runs, what came of the last one, and the way to another. */
export const replayPage = (request: ConsoleRequest, seen: ReplaySeen): PageResponse => {
  const { language } = request;
  const words = replayWords[language];
  const { generations, projector, projections, chosen, refused, today, script } = seen;
  const { running, ended } = projector === 'nobody' ? {} : projector;
  const ready = running ? undefined : readyOf(ended, generations);
  const page = consolePage(request, {
    title: words.title,
    status: statusOf(refused),
    body: (
      <LivePage projector={projector} language={language}>
        <p class="lead">{words.lead}</p>
        <Notices seen={seen} language={language} />
        {running && <Running running={running} all={projections} language={language} />}
        {ready && <Ready result={ready} language={language} />}
        <GenerationList all={generations} language={language} />
        {!running && (
          <>
            <h2>{words.startTitle}</h2>
            <StartForm projections={projections} chosen={chosen} language={language} />
          </>
        )}
        <h2>{words.lastTitle}</h2>
        <LastReplay ended={ended} language={language} />
        <PastForm today={today} language={language} />
      </LivePage>
    ),
  });
  return { ...page, script };
};
