import { gatherings } from '@relais/read-models';
import { dayInWords, localTime } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import { commonZone } from '../../components/rows.js';
import type { ConsoleRequest } from '../frame.js';
import { casePath } from './addresses.js';
import { titleOfSource } from './gathering-card.js';
import type { RuledOn, RulingLine } from './seen.js';
import { rulingsWords } from './words.js';

const mostShown = 100;

const RuledOnAnnouncement = ({ request, one }: { request: ConsoleRequest; one: RuledOn }) => {
  const { language, models } = request;
  const row = one.gathering === undefined ? undefined : models.get(gatherings, one.gathering);
  return (
    <>
      {row ? (
        <a href={pathOf(`/rencontres/${encodeURIComponent(row.gathering)}`, language)} dir="auto">
          {one.title}
        </a>
      ) : (
        <bdi>{one.title}</bdi>
      )}{' '}
      <span class="quiet">({titleOfSource(request, one.source)})</span>
    </>
  );
};

/** Takes a ruling back, with one press: it can be made again. */
export const UndoForm = ({ request: { language }, line }: { request: ConsoleRequest; line: RulingLine }) => {
  const words = rulingsWords[language];
  return (
    <form method="post" action={casePath({}, language)}>
      <input type="hidden" name="decision" value={line.ruling} />
      <button
        class="plain"
        name="etape"
        value="defaire"
        aria-label={words.undoOf(words.verdicts[line.verdict], line.announcements[0].title)}
      >
        {words.undo}
      </button>
    </form>
  );
};

const Line = ({ request, line }: { request: ConsoleRequest; line: RulingLine }) => {
  const { language } = request;
  const words = rulingsWords[language];
  const dayOf = (at: string) => dayInWords(localTime(at, commonZone).date, language);
  const [one, other] = line.announcements;
  return (
    <li id={`decision-${line.ruling}`}>
      <p>
        <strong>{words.verdicts[line.verdict]}</strong>
        {' : '}
        <RuledOnAnnouncement request={request} one={one} /> {words.and}{' '}
        <RuledOnAnnouncement request={request} one={other} />
      </p>
      {line.note !== undefined && (
        <p>
          <bdi>{line.note}</bdi>
        </p>
      )}
      <p class="quiet">
        <time dateTime={line.at}>{dayOf(line.at)}</time>, {words.by(line.by)}
        {line.revoked && (
          <>
            {' · '}
            {words.undoneBy(line.revoked.by)}, <time dateTime={line.revoked.at}>{dayOf(line.revoked.at)}</time>
          </>
        )}
      </p>
      {!line.revoked && <UndoForm request={request} line={line} />}
    </li>
  );
};

/** Every ruling: what was decided, by whom, when, and whether it holds. */
export const RulingList = ({ request, rulings }: { request: ConsoleRequest; rulings: readonly RulingLine[] }) => {
  const words = rulingsWords[request.language];
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{words.rulings}</h2>
      {rulings.length === 0 ? (
        <p>{words.noRuling}</p>
      ) : (
        <ul class="news">
          {rulings.slice(0, mostShown).map((line) => (
            <Line key={line.ruling} request={request} line={line} />
          ))}
        </ul>
      )}
      {rulings.length > mostShown && <p class="quiet">{words.moreRulings(rulings.length - mostShown)}</p>}
    </section>
  );
};
