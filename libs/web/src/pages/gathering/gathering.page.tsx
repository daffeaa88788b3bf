import { assemblies, attendances, gatherings, sources } from '@relais/read-models';
import { placeInWords, whenInWords } from '@relais/vocabulary';
import { entranceTo, pathOf } from '../../components/links.js';
import { commonZone } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';
import { Announcements } from './announcements.js';
import { Conflicts } from './conflicts.js';
import { Facts } from './facts.js';
import { Story } from './story.js';
import { structured } from './structured.js';

/** One gathering, for ever: what is known of it, and where every part of that comes from. */
export const gatheringPage: Page = {
  name: 'gathering',
  paths: ['/rencontres/:id'],
  render({ models, params, language, publicUrl }) {
    const row = models.get(gatherings, params['id'] ?? '');
    if (row === undefined) return undefined;
    const words = messages[language];
    const profile = models.get(assemblies, row.assembly)?.profile;
    const known = new Map(
      models.find(sources, { where: { assembly: row.assembly } }).map((one) => [one.row.source as string, one.row]),
    );
    const titleOf = (source: string): string => known.get(source)?.title ?? source;
    const path = `/rencontres/${row.gathering}`;
    const name = profile?.name ?? row.assembly;
    return {
      title: row.title,
      description: [row.title, row.when && whenInWords(row.when, language), placeInWords(row.place)]
        .filter(Boolean)
        .join(', '),
      alternates: [
        { href: `${path}.ics`, type: 'text/calendar', title: row.title },
        { href: `${path}.json`, type: 'application/json', title: row.title },
      ],
      body: (
        <>
          <p class="quiet">
            <a href={pathOf(`/${row.assembly}`, language)}>{name}</a>
          </p>
          <h1 dir="auto">{row.title}</h1>
          {row.cancelled && (
            <p class="notice" role="status">
              <strong>{words.cancelled}</strong>
            </p>
          )}
          {row.withdrawn && (
            <p class="notice" role="status">
              <strong>{words.withdrawn}</strong>
            </p>
          )}
          {row.mergedInto && (
            <p class="notice" role="status">
              {words.merged} <a href={pathOf(`/rencontres/${row.mergedInto}`, language)}>{words.mergedLink}</a>
            </p>
          )}
          <Facts row={row} coming={models.get(attendances, row.gathering)} titleOf={titleOf} language={language} />
          <Conflicts row={row} titleOf={titleOf} language={language} />
          {/* Sanitised once, at the way in: the only markup that is not ours. */}
          {row.summary && <div class="prose" dir="auto" dangerouslySetInnerHTML={{ __html: row.summary }} />}
          <ul class="links">
            {row.when && (
              <li>
                <a class="button" href={`${path}.ics`}>
                  {words.addToCalendar}
                </a>
              </li>
            )}
            <li>
              <a href={`${path}.json`}>JSON</a>
            </li>
          </ul>
          {!row.mergedInto && (
            <>
              <h2>{words.announcements}</h2>
              <p>{words.announcedBy(row.announcements.length)}</p>
              <Announcements row={row} sources={known} language={language} />
            </>
          )}
          <h2>{words.story}</h2>
          <p class="quiet">{words.storyText}</p>
          <Story row={row} titleOf={titleOf} zone={profile?.zone ?? commonZone} language={language} />
          <p>
            <a href={pathOf(`${path}/histoire`, language)}>{words.toldStory.link}</a>
          </p>
          <p class="quiet">
            {/* The same for everybody, since pages are kept; who is not in is led to the door. */}
            <a
              href={entranceTo(`/admin/rapprochements?${new URLSearchParams({ une: row.gathering })}`, language)}
              rel="nofollow"
            >
              {words.moderate}
            </a>
          </p>
          <script
            type="application/ld+json"
            dangerouslySetInnerHTML={{ __html: structured(row, `${publicUrl}${path}`, name) }}
          />
        </>
      ),
    };
  },
};
