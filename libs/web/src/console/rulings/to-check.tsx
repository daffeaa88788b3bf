import type { AgendaRow, GatheringRow } from '@relais/read-models';
import { Moment } from '../../components/gathering-list.js';
import { pathOf } from '../../components/links.js';
import type { ConsoleRequest } from '../frame.js';
import { casePath } from './addresses.js';
import type { RulingLine } from './seen.js';
import { disputedBefore, disputedToCome, onOneDay } from './to-look-at.js';
import { rulingsWords } from './words.js';

const Named = ({ request: { language }, row }: { request: ConsoleRequest; row: AgendaRow | GatheringRow }) => (
  <>
    <a href={pathOf(`/rencontres/${encodeURIComponent(row.gathering)}`, language)} dir="auto">
      {row.title}
    </a>{' '}
    <span class="quiet">
      <Moment when={row.when} language={language} />
    </span>
  </>
);

const Disputed = ({ request, rows }: { request: ConsoleRequest; rows: readonly GatheringRow[] }) => {
  const { language } = request;
  const words = rulingsWords[language];
  return (
    <ul class="news">
      {rows.map((row) => (
        <li key={row.gathering}>
          <Named request={request} row={row} />{' '}
          <a href={casePath({ une: row.gathering }, language)} aria-label={words.lookOf(row.title)}>
            {words.look}
          </a>
        </li>
      ))}
    </ul>
  );
};

const OneDay = ({ request, rulings }: { request: ConsoleRequest; rulings: readonly RulingLine[] }) => {
  const { language } = request;
  const words = rulingsWords[language];
  const pairs = onOneDay(request, rulings);
  return (
    <>
      <h3>{words.oneDay}</h3>
      <p class="quiet">{pairs.length > 0 ? words.oneDayText : words.noOneDay}</p>
      <ul class="news" hidden={pairs.length === 0}>
        {pairs.map(([one, other]) => (
          <li key={`${one.gathering} ${other.gathering}`}>
            <Named request={request} row={one} />
            <br />
            <Named request={request} row={other} />{' '}
            <a
              href={casePath({ une: one.gathering, autre: other.gathering }, language)}
              aria-label={words.compareOf(one.title, other.title)}
            >
              {words.compare}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};

/** What is worth a look: where sources disagree, and what may be one gathering twice. */
export const ToCheck = ({ request, rulings }: { request: ConsoleRequest; rulings: readonly RulingLine[] }) => {
  const words = rulingsWords[request.language];
  const [toCome, before] = [disputedToCome(request), disputedBefore(request)];
  return (
    <section aria-labelledby="verifier">
      <h2 id="verifier">{words.toLookAt}</h2>
      <h3>{words.disputed}</h3>
      {toCome.length === 0 ? <p class="quiet">{words.noDispute}</p> : <Disputed request={request} rows={toCome} />}
      {before.length > 0 && (
        <details>
          <summary>{`${words.disputedBefore} (${before.length})`}</summary>
          <Disputed request={request} rows={before} />
        </details>
      )}
      <OneDay request={request} rulings={rulings} />
    </section>
  );
};
