import type { Language } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import { generationPath } from './addresses.js';
import type { RefusalSeen, ReplayDone, ReplaySeen } from './seen.js';
import { replayWords } from './words.js';

/** Why the projector did not do what it was asked: in the reader's words, and in its own, which say what is exact. */
export const Refusal = ({ refused, language }: { refused: RefusalSeen; language: Language }) => {
  const { refusals } = replayWords[language];
  const known = Object.entries(refusals).find(([kind]) => kind === refused.kind)?.[1];
  return (
    <div class="notice" role="alert">
      <p>{known ?? refusals.other}</p>
      {refused.message !== '' && (
        <p>
          <bdi lang="en">{refused.message}</bdi>
        </p>
      )}
    </div>
  );
};

/** 404 for what is not there, 503 where nobody is there to do it, 409 where something stands against it. */
export const statusOf = (refused: RefusalSeen | undefined): number => {
  switch (refused?.kind) {
    case undefined:
      return 200;
    case 'nobody':
      return 503;
    case 'UnknownGeneration':
      return 404;
    default:
      return 409;
  }
};

const Done = ({ language, done }: { language: Language; done: ReplayDone }) => {
  const words = replayWords[language];
  const { act, generation, before } = done;
  return (
    <p class="notice good" role="status">
      {act === 'shown' ? words.isShownNow(generation) : words.isRemoved(generation)}{' '}
      {before !== undefined && <a href={pathOf(generationPath(before), language)}>{words.goBack(before)}</a>}
    </p>
  );
};

/** What was just done or not done, and that nobody projects. */
export const Notices = ({ seen, language }: { seen: ReplaySeen; language: Language }) => {
  const { refused, done, projector } = seen;
  return (
    <>
      {refused && <Refusal refused={refused} language={language} />}
      {done && <Done language={language} done={done} />}
      {projector === 'nobody' && refused?.kind !== 'nobody' && <p class="notice">{replayWords[language].nobody}</p>}
    </>
  );
};
