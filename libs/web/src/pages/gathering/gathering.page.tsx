import { assemblies, gatherings, sources, type GatheringRow } from '@relais/read-models';
import { dayInWords, placeInWords, type Place } from '@relais/vocabulary';
import { Moment } from '../../components/gathering-list.js';
import { pathOf } from '../../components/links.js';
import { messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';
import { Announcements } from './announcements.js';

const mapOf = (place: Place): string =>
  place.latitude !== undefined && place.longitude !== undefined
    ? `https://www.openstreetmap.org/?mlat=${place.latitude}&mlon=${place.longitude}#map=17/${place.latitude}/${place.longitude}`
    : `https://www.openstreetmap.org/search?query=${encodeURIComponent(placeInWords({ ...(place.address ? {} : place), ...place }))}`;

/** schema.org Event for search engines; `<` is written so that no text can end the script. */
const structured = (row: GatheringRow, url: string): string =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Event',
    url,
    name: row.title,
    ...(row.when &&
      (row.when.kind === 'all-day'
        ? { startDate: row.when.from, endDate: row.when.until }
        : { startDate: row.when.starts, endDate: row.when.ends })),
    eventStatus: `https://schema.org/${row.cancelled ? 'EventCancelled' : 'EventScheduled'}`,
    ...(row.place && { location: { '@type': 'Place', name: row.place.name, address: placeInWords(row.place) } }),
  }).replaceAll('<', '\\u003c');

/** One gathering, for ever: what is known of it, and where every part of that comes from. */
export const gatheringPage: Page = {
  name: 'gathering',
  paths: ['/rencontres/:id'],
  render({ models, params, language, publicUrl }) {
    const row = models.get(gatherings, params['id'] ?? '');
    if (row === undefined) return undefined;
    const words = messages[language];
    const assembly = models.get(assemblies, row.assembly);
    const known = new Map(
      models.find(sources, { where: { assembly: row.assembly } }).map((one) => [one.row.source as string, one.row]),
    );
    const path = `/rencontres/${row.gathering}`;
    const place = placeInWords(row.place);
    return {
      title: row.title,
      description: [row.title, place].filter(Boolean).join(', '),
      alternates: [
        { href: `${path}.ics`, type: 'text/calendar', title: row.title },
        { href: `${path}.json`, type: 'application/json', title: row.title },
      ],
      body: (
        <>
          <p class="quiet">
            <a href={pathOf(`/${row.assembly}`, language)}>{assembly?.profile.name ?? row.assembly}</a>
          </p>
          <h1>{row.title}</h1>
          {row.cancelled && (
            <p class="notice" role="status">
              {words.cancelled}
            </p>
          )}
          <dl class="facts">
            <dt>{words.when}</dt>
            <dd>
              <Moment when={row.when} language={language} />
            </dd>
            {row.place && place && (
              <>
                <dt>{words.where}</dt>
                <dd>
                  {place}
                  <br />
                  <a href={mapOf(row.place)} rel="noopener">
                    {words.map}
                  </a>
                </dd>
              </>
            )}
          </dl>
          {/* Sanitised once, at the way in: the only markup that is not ours. */}
          {row.summary && <div class="prose" dangerouslySetInnerHTML={{ __html: row.summary }} />}
          <ul class="links">
            {row.when && (
              <li>
                <a href={`${path}.ics`}>{words.calendar}</a>
              </li>
            )}
            <li>
              <a href={`${path}.json`}>JSON</a>
            </li>
          </ul>
          <h2>{words.announcements}</h2>
          <p>{words.announcedBy(row.announcements.length)}</p>
          <Announcements row={row} sources={known} language={language} />
          <h2>{words.story}</h2>
          <ol>
            {row.story.map(({ type, at, basis }, index) => (
              <li key={index}>
                {dayInWords(at.slice(0, 10), language)} : {words.events[type] ?? type}
                {basis && <span class="quiet"> ({known.get(basis.source)?.title ?? basis.source})</span>}
              </li>
            ))}
          </ol>
          <script
            type="application/ld+json"
            dangerouslySetInnerHTML={{ __html: structured(row, `${publicUrl}${path}`) }}
          />
        </>
      ),
    };
  },
};
