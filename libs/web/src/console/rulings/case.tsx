import { gatherings } from '@relais/read-models';
import { pathOf } from '../../components/links.js';
import { LongField } from '../fields.js';
import type { ConsoleRequest } from '../frame.js';
import { casePath } from './addresses.js';
import { GatheringCard, titleOfSource } from './gathering-card.js';
import { Refusal } from './refusal.js';
import type { Foreseen, ForeseenMove, RulingCase, RulingsSeen, Verdict } from './seen.js';
import { rulingsWords } from './words.js';

const Move = ({ request, move }: { request: ConsoleRequest; move: ForeseenMove }) => {
  const { language, models } = request;
  const words = rulingsWords[language];
  const to = models.get(gatherings, move.to);
  return (
    <li>
      <bdi>{words.moves(move.title, titleOfSource(request, move.announcement.source))}</bdi> {words.goesTo}{' '}
      {to ? (
        <a href={pathOf(`/rencontres/${encodeURIComponent(move.to)}`, language)} dir="auto">
          {to.title}
        </a>
      ) : (
        words.ownGathering
      )}
    </li>
  );
};

/** What a ruling would change, or why it cannot be made. */
const Preview = ({
  request,
  verdict,
  foreseen,
  means,
}: {
  request: ConsoleRequest;
  verdict: Verdict;
  foreseen: Foreseen;
  means: string;
}) => {
  const words = rulingsWords[request.language];
  return (
    <li class="card">
      <h3>{verdict === 'same' ? words.ifSame : words.ifApart}</h3>
      {'refused' in foreseen ? (
        <Refusal refused={foreseen.refused} language={request.language} />
      ) : (
        <>
          <p>{means}</p>
          {foreseen.moves.length === 0 ? (
            <p class="quiet">{words.nothingMoves}</p>
          ) : (
            <ul>
              {foreseen.moves.map((move) => (
                <Move key={`${move.announcement.source} ${move.announcement.item}`} request={request} move={move} />
              ))}
            </ul>
          )}
        </>
      )}
    </li>
  );
};

const isPossible = (foreseen: Foreseen): boolean => !('refused' in foreseen);

const DecisionForm = ({ request, seen, of }: { request: ConsoleRequest; seen: RulingsSeen; of: RulingCase }) => {
  const { language } = request;
  const words = rulingsWords[language];
  const { une, autre, annonce, note } = seen.values;
  if (of.kind === 'one') return null;
  const [same, apart] = [of.kind === 'two' && isPossible(of.same), isPossible(of.apart)];
  if (!same && !apart) return null;
  return (
    <form class="fields" method="post" action={casePath({}, language)} noValidate>
      {Object.entries({ une, autre, annonce }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <LongField
        name="note"
        label={words.note}
        value={note}
        rows={2}
        hint={words.noteHint}
        error={seen.errors?.note && words.noteProblem}
      />
      <div class="inline">
        {same && (
          <button name="etape" value="meme">
            {words.same}
          </button>
        )}
        {apart && (
          <button name="etape" value="jamais" class={same ? 'plain' : undefined}>
            {of.kind === 'part' ? words.takeOut : words.apart}
          </button>
        )}
      </div>
    </form>
  );
};

const Beside = ({ request, of }: { request: ConsoleRequest; of: RulingCase }) => {
  const words = rulingsWords[request.language];
  switch (of.kind) {
    case 'one':
      return <GatheringCard request={request} row={of.one} heading={words.whole} />;
    case 'two':
      return (
        <>
          <GatheringCard request={request} row={of.one} heading={words.first} />
          <GatheringCard request={request} row={of.other} heading={words.second} />
        </>
      );
    case 'part': {
      const { source, item } = of.announcement;
      return <GatheringCard request={request} row={of.whole} heading={words.whole} marked={`${source} ${item}`} />;
    }
  }
};

const Previews = ({ request, of }: { request: ConsoleRequest; of: RulingCase }) => {
  const words = rulingsWords[request.language];
  if (of.kind === 'one') return null;
  const means = of.kind === 'two' ? words.keptApart : words.takenOut;
  return (
    <ul class="cards">
      {of.kind === 'two' && <Preview request={request} verdict="same" foreseen={of.same} means={words.joined} />}
      <Preview request={request} verdict="apart" foreseen={of.apart} means={means} />
    </ul>
  );
};

/** What is looked at, side by side; what each ruling would change; and the buttons that make it. */
export const Case = ({ request, seen, of }: { request: ConsoleRequest; seen: RulingsSeen; of: RulingCase }) => (
  <section aria-labelledby="cas">
    <h2 id="cas">{rulingsWords[request.language].caseTitle[of.kind]}</h2>
    <ul class="cards">
      <Beside request={request} of={of} />
    </ul>
    <Previews request={request} of={of} />
    <DecisionForm request={request} seen={seen} of={of} />
  </section>
);
