import { sources as rows } from '@relais/read-models';
import { pathOf } from '../../components/links.js';
import { SourceHealth } from '../../components/source-health.js';
import type { ConsoleRequest } from '../frame.js';
import type { City, ListedSource } from './seen.js';
import { sourcesWords } from './words.js';

const Row = ({ request, one, zone }: { request: ConsoleRequest; one: ListedSource; zone: City['zone'] }) => {
  const { language, models } = request;
  const words = sourcesWords[language];
  const row = models.get(rows, one.source);
  const id = encodeURIComponent(one.source);
  return (
    <li>
      <h3>
        <a href={pathOf(`/sources/${id}`, language)} dir="auto">
          {one.title}
        </a>{' '}
        {one.added && <span class="mark">{words.addedMark}</span>}
      </h3>
      {row ? <SourceHealth row={row} language={language} zone={zone} /> : <p>{words.notYetShown}</p>}
      {row?.reason && (
        <p>
          <bdi lang="en">{row.reason.detail}</bdi>
        </p>
      )}
      <p class="quiet">
        {[one.url, one.every === undefined ? words.receives : words.readEvery(one.every)].filter(Boolean).join(' · ')}
      </p>
      {one.added && (
        <p>
          <a href={pathOf(`/admin/sources/${id}/retirer`, language)} aria-label={words.removeOf(one.title)}>
            {words.remove}
          </a>
        </p>
      )}
    </li>
  );
};

/** The sources city by city; those that were added lead to their removal. */
export const SourceRows = ({
  request,
  seen,
}: {
  request: ConsoleRequest;
  seen: Readonly<{ cities: readonly City[]; sources: readonly ListedSource[] }>;
}) => {
  const words = sourcesWords[request.language];
  const byCity = Map.groupBy(seen.sources, ({ assembly }) => assembly);
  return (
    <>
      {seen.sources.length === 0 && <p>{words.noSource}</p>}
      {seen.cities.map(({ id, city, zone }) => {
        const own = byCity.get(id) ?? [];
        return own.length === 0 ? null : (
          <section key={id}>
            <h2 dir="auto">{city}</h2>
            <ul class="sources">
              {own.map((one) => (
                <Row key={one.source} request={request} one={one} zone={zone} />
              ))}
            </ul>
          </section>
        );
      })}
      {seen.sources.some(({ added }) => !added) && <p class="quiet">{words.ofConfigurationAll}</p>}
    </>
  );
};
