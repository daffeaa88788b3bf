import type { PageResponse } from '../../page.js';
import { consolePage, type ConsoleRequest } from '../frame.js';
import { generationPath, replayAddress } from './addresses.js';
import { DifferenceShown } from './difference.js';
import { canBeShown, GenerationFacts } from './generation-facts.js';
import { Refusal, statusOf } from './notices.js';
import type { ComparedSeen, GenerationSeen, RefusalSeen } from './seen.js';
import { replayWords } from './words.js';

const Back = ({ request: { language } }: { request: ConsoleRequest }) => (
  <p>
    <a href={replayAddress(language)}>{replayWords[language].back}</a>
  </p>
);

/** Each act says what it does, and is one press on a page that was opened for it. */
const Choice = ({ request: { language }, seen }: { request: ConsoleRequest; seen: ComparedSeen }) => {
  const words = replayWords[language];
  const { one, shown } = seen;
  const isNewer = one.generation > (shown?.generation ?? 0);
  const act = (etape: string, label: string, plain: boolean) => (
    <form method="post" action={replayAddress(language)}>
      <input type="hidden" name="generation" value={one.generation} />
      <button class={plain ? 'plain' : undefined} name="etape" value={etape}>
        {label}
      </button>
    </form>
  );
  return (
    <div class="card aside">
      {canBeShown(one) ? (
        <>
          <p>{words.showText}</p>
          {act('montrer', words.show, false)}
        </>
      ) : (
        <p>{'damaged' in one ? words.damagedText : words.otherCodeText}</p>
      )}
      <p>{words.removeText}</p>
      {act('supprimer', isNewer ? words.throwAway : words.remove, true)}
    </div>
  );
};

const Differs = ({ request, seen }: { request: ConsoleRequest; seen: ComparedSeen }) => {
  const words = replayWords[request.language];
  const { one, shown, diff } = seen;
  if (one.shown) return <p class="notice good">{words.isShown}</p>;
  if (shown === undefined) return <p>{words.noneShown}</p>;
  return (
    <>
      <h2>{words.compareTitle(one.generation, shown.generation)}</h2>
      {diff ? <DifferenceShown request={request} diff={diff} /> : <p>{words.notCompared}</p>}
    </>
  );
};

/** One generation, what it has not alike with the one that is shown, and the choice. */
export const generationPage = (request: ConsoleRequest, seen: ComparedSeen): PageResponse => {
  const { language } = request;
  const { one, refused }: { one: GenerationSeen; refused?: RefusalSeen | undefined } = seen;
  return consolePage(request, {
    title: replayWords[language].generation(one.generation),
    status: statusOf(refused),
    address: generationPath(one.generation),
    body: (
      <>
        {refused && <Refusal refused={refused} language={language} />}
        <GenerationFacts one={one} language={language} />
        <Differs request={request} seen={seen} />
        {!one.shown && <Choice request={request} seen={seen} />}
        <Back request={request} />
      </>
    ),
  });
};

/** There is no generation of this number, any more or at all. */
export const noGenerationPage = (request: ConsoleRequest): PageResponse => {
  const refused = { kind: 'UnknownGeneration', message: '' };
  return consolePage(request, {
    title: replayWords[request.language].title,
    status: statusOf(refused),
    body: (
      <>
        <Refusal refused={refused} language={request.language} />
        <Back request={request} />
      </>
    ),
  });
};
