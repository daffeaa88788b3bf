import { pathOf } from '../../components/links.js';
import type { PageResponse } from '../../page.js';
import { consolePage, type ConsoleRequest } from '../frame.js';
import { generationPath, progressPath, replayAddress, replayPath } from './addresses.js';
import { GenerationList } from './generation-list.js';
import { LastReplay, Ready, readyOf } from './last-replay.js';
import { liveState } from './live.js';
import { Refusal, statusOf } from './refusal.js';
import { Running } from './running.js';
import type { ReplayDone, ReplaySeen } from './seen.js';
import { PastForm, StartForm } from './start-form.js';
import { replayWords } from './words.js';

const Done = ({ request: { language }, done }: { request: ConsoleRequest; done: ReplayDone }) => {
  const words = replayWords[language];
  const { act, generation, before } = done;
  return (
    <p class="notice good" role="status">
      {act === 'shown' ? words.isShownNow(generation) : words.isRemoved(generation)}{' '}
      {before !== undefined && <a href={pathOf(generationPath(before), language)}>{words.goBack(before)}</a>}
    </p>
  );
};

/** The replay: what is shown, what is kept, what runs, what came of the last one, and the way to another. */
export const replayPage = (request: ConsoleRequest, seen: ReplaySeen): PageResponse => {
  const { language } = request;
  const words = replayWords[language];
  const { generations, projector, projections, chosen, refused, done, today, script } = seen;
  const { running, ended } = projector === 'nobody' ? {} : projector;
  const ready = running ? undefined : readyOf(ended, generations);
  return {
    ...consolePage(request, {
      title: words.title,
      status: statusOf(refused),
      address: replayPath,
      body: (
        <div
          data-live={liveState(projector, language).page}
          data-address={replayAddress(language)}
          data-from={pathOf(progressPath, language)}
        >
          <p class="lead">{words.lead}</p>
          {refused && <Refusal refused={refused} language={language} />}
          {done && <Done request={request} done={done} />}
          {projector === 'nobody' && refused?.kind !== 'nobody' && <p class="notice">{words.nobody}</p>}
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
        </div>
      ),
    }),
    script,
  };
};
