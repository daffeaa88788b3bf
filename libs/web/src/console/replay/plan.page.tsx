import type { PageResponse } from '../../page.js';
import { consolePage, type ConsoleRequest } from '../frame.js';
import { fieldOf, planPath, replayAddress } from './addresses.js';
import { figuresIn } from './figures.js';
import { Refusal, statusOf } from './notices.js';
import type { PlanSeen } from './seen.js';
import { projectionInWords, replayWords } from './words.js';

/** What a replay would take, before anybody begins it. */
export const planPage = (request: ConsoleRequest, seen: PlanSeen): PageResponse => {
  const { language } = request;
  const [words, figures] = [replayWords[language], figuresIn(language)];
  const { chosen, events, seconds, bytes, free, refused } = seen;
  const isAll = chosen.length === 0;
  const count = events === undefined ? undefined : figures.count(events);
  const span = seconds === undefined ? undefined : figures.span(seconds);
  const query = new URLSearchParams(chosen.map((name) => [fieldOf(name), 'oui']));
  return consolePage(request, {
    title: words.planTitle,
    status: statusOf(refused),
    address: isAll ? planPath : `${planPath}?${query}`,
    body: (
      <>
        {refused && <Refusal refused={refused} language={language} />}
        <dl class="facts">
          <dt>{words.planMakes}</dt>
          <dd>{isAll ? words.all : chosen.map((name) => projectionInWords(name, language)).join(', ')}</dd>
          <dt>{words.planEvents}</dt>
          <dd>{count === undefined ? words.cannotSay : isAll ? count : words.atMost(count)}</dd>
          <dt>{words.planSeconds}</dt>
          <dd>{span === undefined ? words.neverMeasured : isAll ? words.about(span) : words.atMost(span)}</dd>
          <dt>{words.planBytes}</dt>
          <dd>
            {bytes === undefined ? words.cannotSay : words.about(figures.size(bytes))}
            {free !== undefined && <span class="quiet">{words.free(figures.size(free))}</span>}
          </dd>
        </dl>
        {bytes !== undefined && free !== undefined && bytes > free && <p class="notice">{words.tooLittle}</p>}
        <form class="fields" method="post" action={replayAddress(language)}>
          {chosen.map((name) => (
            <input key={name} type="hidden" name={fieldOf(name)} value="oui" />
          ))}
          <p class="quiet">{words.startText}</p>
          <label class="choice" for="aussitot">
            <input type="checkbox" id="aussitot" name="aussitot" value="oui" />
            {words.atOnce}
          </label>
          <div class="inline">
            <button name="etape" value="rejouer">
              {words.start}
            </button>
            <a href={replayAddress(language)}>{words.back}</a>
          </div>
        </form>
      </>
    ),
  });
};
