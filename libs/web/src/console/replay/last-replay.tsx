import type { ReplayResult } from '@relais/read-models';
import { momentInWords, type Language } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import { commonZone } from '../../components/rows.js';
import { generationPath } from './addresses.js';
import { figuresIn } from './figures.js';
import type { EndedSeen, GenerationSeen } from './seen.js';
import { projectionInWords, replayWords } from './words.js';

const Result = ({ result, dryRun, language }: { result: ReplayResult; dryRun: boolean; language: Language }) => {
  const [words, figures] = [replayWords[language], figuresIn(language)];
  const { generation, events, seconds, changed, shown, outbound, resumedAt } = result;
  return (
    <>
      <dt>{words.read}</dt>
      <dd>
        {words.readText(figures.count(events), figures.span(seconds))}
        {resumedAt !== undefined && <span class="quiet">{words.resumedAt(figures.position(resumedAt))}</span>}
      </dd>
      <dt>{words.came}</dt>
      <dd>
        {dryRun ? words.onlyTried : `${words.generation(generation)}, ${shown ? words.shownNow : words.keptAside}`}
        {' : '}
        {words.changed(changed)}
      </dd>
      <dt>{words.outbound}</dt>
      <dd>{outbound === undefined ? words.notCounted : words.outboundCount(outbound)}</dd>
    </>
  );
};

/** What the last replay came to. */
export const LastReplay = ({ ended, language }: { ended: EndedSeen | undefined; language: Language }) => {
  const words = replayWords[language];
  if (ended === undefined) return <p>{words.noneYet}</p>;
  return (
    <>
      {'failure' in ended && (
        <div class="notice">
          <p>{ended.failure.kind === 'Cancelled' ? words.cancelledText : words.failedText}</p>
          {ended.failure.kind !== 'Cancelled' && (
            <p>
              <bdi lang="en">{ended.failure.message}</bdi>
            </p>
          )}
        </div>
      )}
      <dl class="facts">
        <dt>{words.endedOn}</dt>
        <dd>
          <time dateTime={ended.ended}>{momentInWords(ended.ended, commonZone, language)}</time>
        </dd>
        <dt>{words.planMakes}</dt>
        <dd>{ended.only?.map((name) => projectionInWords(name, language)).join(', ') ?? words.all}</dd>
        {'result' in ended && <Result result={ended.result} dryRun={ended.dryRun ?? false} language={language} />}
      </dl>
    </>
  );
};

/** What was built, is kept, and waits to be shown or thrown away. */
export const readyOf = (
  ended: EndedSeen | undefined,
  generations: readonly GenerationSeen[],
): Omit<ReplayResult, 'diff'> | undefined => {
  const result = ended && 'result' in ended && !ended.result.shown ? ended.result : undefined;
  const isKept = generations.some(({ generation, shown }) => generation === result?.generation && !shown);
  const isOvertaken = generations.some(({ generation, shown }) => shown && generation > (result?.generation ?? 0));
  return isKept && !isOvertaken ? result : undefined;
};

export const Ready = ({ result, language }: { result: ReplayResult; language: Language }) => {
  const words = replayWords[language];
  return (
    <section class="card next" aria-labelledby="prete">
      <h2 id="prete">{words.readyTitle(result.generation)}</h2>
      <p>{result.changed ? words.readyChanged : words.readySame}</p>
      <p>
        <a class="button" href={pathOf(generationPath(result.generation), language)}>
          {words.seeChanges}
        </a>
      </p>
    </section>
  );
};
