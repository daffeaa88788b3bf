import { whenInWords, type Language } from '@relais/vocabulary';
import { pathOf, safeHref } from '../../components/links.js';
import { platformName } from '../../components/platform.js';
import type { PageResponse } from '../../page.js';
import { consolePage, type ConsoleRequest } from '../frame.js';
import { AddingForm } from './adding-form.js';
import type { City, FoundSource, FoundSources } from './seen.js';
import { WhyFound } from './why-found.js';
import { sourcesWords } from './words.js';

type At = Readonly<{ asked: string; city: City; language: Language }>;

const Address = ({ url }: { url: string }) => {
  const href = safeHref(url);
  return href ? (
    <a href={href} rel="nofollow ugc noopener">
      {url}
    </a>
  ) : (
    <span>{url}</span>
  );
};

const Next = ({ found: { next }, at: { city, language } }: { found: FoundSource; at: At }) => {
  const words = sourcesWords[language];
  if (next.length === 0) return <p class="quiet">{words.noneToCome}</p>;
  return (
    <>
      <h3>{words.next}</h3>
      <ul>
        {next.map(({ title, starts, place }, index) => {
          const when =
            starts.length === 10
              ? ({ kind: 'all-day', from: starts, until: starts } as const)
              : ({ kind: 'timed', starts, zone: city.zone } as const);
          return (
            <li key={index}>
              <bdi>{title}</bdi>
              <span class="quiet">
                {' — '}
                <time dateTime={starts}>{whenInWords(when, language)}</time>
                {place && (
                  <>
                    {', '}
                    <bdi>{place}</bdi>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
};

const Unusable = ({ found: { errors, errorsInAll }, at }: { found: FoundSource; at: At }) =>
  errorsInAll === 0 ? null : (
    <details>
      <summary>{sourcesWords[at.language].unusable(errorsInAll)}</summary>
      <ul lang="en">
        {errors.map((error, index) => (
          <li key={index}>
            <bdi>{error}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );

/** One that could be read: what it is, what it says, and the form that adds it. */
const Found = ({ found, number, at }: { found: FoundSource; number: number; at: At }) => {
  const { asked, city, language } = at;
  const words = sourcesWords[language];
  const { readBy } = found;
  const kind = words.kinds[found.kind];
  const wish = {
    ...{ adresse: asked, ville: city.id, url: found.url, titre: found.title, minutes: '60' },
    ...{ plateforme: found.platform, site: found.site ?? '' },
  };
  return (
    <section class="card aside">
      <h2 dir="auto">{found.title}</h2>
      <p>
        <strong>{kind}</strong>, {words.format(found.format)}
        {found.platform !== 'web' && `, ${platformName(found.platform)}`}{' '}
        {number === 1 && <span class="mark good">{words.best}</span>}
      </p>
      <p>
        <Address url={found.url} />
      </p>
      <p>
        {words.items(found.items, found.gatherings)}.{' '}
        <span class="quiet">
          {words.because} <WhyFound because={found.because} language={language} />.
        </span>
      </p>
      <Next found={found} at={at} />
      <Unusable found={found} at={at} />
      {readBy && (
        <p class="notice">
          {readBy.assembly === city.id ? words.readAlready : words.readElsewhere}{' '}
          <a href={pathOf(`/sources/${encodeURIComponent(readBy.source)}`, language)}>{readBy.source}</a>
        </p>
      )}
      {readBy?.assembly !== city.id && <AddingForm wish={wish} what={kind} language={language} number={number} />}
    </section>
  );
};

const NotTaken = ({ found: { rejected, untried }, language }: { found: FoundSources; language: Language }) => {
  const words = sourcesWords[language];
  return (
    <>
      {rejected.length > 0 && (
        <>
          <h2>{words.rejected}</h2>
          <ul>
            {rejected.map(({ url, because, reason }) => (
              <li key={url}>
                {url}{' '}
                <span class="quiet">
                  (<WhyFound because={because} language={language} />) <bdi lang="en">{reason}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {untried.length > 0 && (
        <>
          <h2>{words.untried}</h2>
          <ul>
            {untried.map((url) => (
              <li key={url}>{url}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

/** What an address would give, each with what it would bring and a way to add it. */
export const foundPage = (
  request: ConsoleRequest,
  { asked, city, found }: Readonly<{ asked: string; city: City; found: FoundSources }>,
): PageResponse => {
  const { language } = request;
  const words = sourcesWords[language];
  return consolePage(request, {
    title: words.foundTitle(found.suggestions.length),
    address: '/admin/sources',
    body: (
      <>
        <p class="lead">
          <bdi>{words.foundFor(asked, city.city)}</bdi>
        </p>
        {found.problem !== undefined && (
          <p class="notice" role="alert">
            {words.problem} <span lang="en">{found.problem}</span>
          </p>
        )}
        {found.suggestions.map((one, index) => (
          <Found key={one.url} found={one} number={index + 1} at={{ asked, city, language }} />
        ))}
        <NotTaken found={found} language={language} />
        <p>
          <a href={pathOf('/admin/sources', language)}>{words.again}</a>
        </p>
      </>
    ),
  });
};
