import { sources, type GatheringRow } from '@relais/read-models';
import { placeInWords } from '@relais/vocabulary';
import { Moment } from '../../components/gathering-list.js';
import { pathOf } from '../../components/links.js';
import type { ConsoleRequest } from '../frame.js';
import { casePath } from './addresses.js';
import { rulingsWords } from './words.js';

/** What a source is called, by its id. */
export const titleOfSource = ({ models }: ConsoleRequest, id: string): string => models.get(sources, id)?.title ?? id;

/** One gathering as its announcements tell it; each that could be taken out leads there. */
export const GatheringCard = ({
  request,
  row,
  heading,
  marked,
}: {
  request: ConsoleRequest;
  row: GatheringRow;
  heading: string;
  /** The announcement that is looked at, as `source item`. */
  marked?: string;
}) => {
  const { language } = request;
  const words = rulingsWords[language];
  const place = placeInWords(row.place);
  return (
    <li class="card">
      <p class="kicker">{heading}</p>
      <h3>
        <a href={pathOf(`/rencontres/${encodeURIComponent(row.gathering)}`, language)} dir="auto">
          {row.title}
        </a>
      </h3>
      <p>
        <Moment when={row.when} language={language} />
      </p>
      {place && (
        <p>
          <bdi>{place}</bdi>
        </p>
      )}
      <h4>{words.announcements}</h4>
      <ul>
        {row.announcements.map(({ source, item, says }) => {
          const key = `${source} ${item}`;
          return (
            <li key={key}>
              {key === marked ? (
                <strong>
                  <bdi>{says.title}</bdi>
                </strong>
              ) : (
                <bdi>{says.title}</bdi>
              )}{' '}
              <span class="quiet">
                {titleOfSource(request, source)}
                {says.when && (
                  <>
                    {' · '}
                    <Moment when={says.when} language={language} />
                  </>
                )}
                {placeInWords(says.place) && (
                  <>
                    {' · '}
                    <bdi>{placeInWords(says.place)}</bdi>
                  </>
                )}
              </span>
              {row.announcements.length > 1 && key !== marked && (
                <>
                  {' '}
                  <a
                    href={casePath({ une: row.gathering, annonce: key }, language)}
                    aria-label={words.notOfItOf(says.title)}
                  >
                    {words.notOfIt}
                  </a>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </li>
  );
};
