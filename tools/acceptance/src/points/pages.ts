import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { agendaOf, byClass, elements, parseDocument, sameStart, type Listed } from '../agenda.ts';
import type { Point } from '../point.ts';
import { repository } from '../repository.ts';
import { Room, today } from '../room.ts';
import type { Site } from '../site.ts';

type Fact = Readonly<{
  id: string;
  title: string;
  date?: string;
  announcedOn?: readonly { platform: string; url: string }[];
}>;

const facts = (): readonly Fact[] => {
  const file = join(repository, 'tools', 'samples', 'facts', 'lille.yaml');
  return (parse(readFileSync(file, 'utf8')) as { gatherings: readonly Fact[] }).gatherings;
};

/** Four meetings that were announced on several platforms, by their number. */
const crossPosted = { 10: 3, 11: 3, 12: 3, 14: 2 } as const;
const hosts = { demosphere: /^lille\.demosphere\./, communecter: /communecter\.org$/, facebook: /facebook\.com$/ };

type Json = Readonly<{ startDate?: string; announcements: readonly { url?: string }[] }>;

/** One gathering's page and JSON show each announcement, with its link and its source. */
const announcements = async (site: Site, { id }: Listed): Promise<readonly string[]> => {
  const page = parseDocument(await site.text(`/rencontres/${id}`));
  const links = byClass('cards', page).flatMap((list) =>
    elements('a', list).map(({ attribs }) => attribs['href'] ?? ''),
  );
  const json = await site.json<Json>(`/rencontres/${id}.json`);
  assert.deepEqual(
    links,
    json.announcements.map(({ url }) => url),
    `page and JSON of ${id}`,
  );
  return links;
};

const isOnce = async (site: Site, agenda: readonly Listed[], number: keyof typeof crossPosted): Promise<void> => {
  const fact = facts().find(({ id }) => id === `construire-${number}`);
  const found = agenda.filter(({ title, starts }) => title === fact?.title || starts?.startsWith(fact?.date ?? '?'));
  assert.equal(found.length, 1, `meeting ${number} must be there once, and is there ${found.length} times`);
  const links = found[0] ? await announcements(site, found[0]) : [];
  assert.equal(links.length, crossPosted[number], `announcements of meeting ${number}: ${links.join(' ')}`);
  for (const { platform } of fact?.announcedOn ?? []) {
    const host = hosts[platform as keyof typeof hosts];
    assert.equal(links.filter((link) => host.test(new URL(link).host)).length, 1, `meeting ${number} at ${platform}`);
  }
};

/** What no source dated has no date on any page, and no calendar. */
const undated = async (site: Site, agenda: readonly Listed[]): Promise<number> => {
  const expected = facts().filter(({ date }) => date === undefined);
  const found = agenda.filter(({ starts }) => starts === undefined);
  assert.deepEqual(found.map(({ title }) => title).sort(), expected.map(({ title }) => title).sort());
  const calendar = await site.text('/lille/agenda.ics?depuis=2015-01-01');
  for (const { id, when } of found) {
    assert.equal((await site.json<Json>(`/rencontres/${id}.json`)).startDate, undefined);
    assert.equal(calendar.includes(id), false, `${id} is undated and in the calendar`);
    assert.match(when, /date non connue/);
  }
  return found.length;
};

export const pages: Point = {
  name: 'pages',
  claims:
    'Lille’s meetings 10, 11, 12 and 14 are one gathering each, with all their announcements; what is undated stays so',
  show: () =>
    Room.with(today, async (room) => {
      await room.hub();
      const agenda = await agendaOf(room.site, '/lille/agenda?depuis=2015-11-01');
      for (const number of [10, 11, 12, 14] as const) await isOnce(room.site, agenda, number);
      const dated = facts().filter(({ date }) => date !== undefined);
      for (const { title, date = '' } of dated)
        assert.ok(
          agenda.some(
            (one) => one.title === title && one.starts && (one.starts.startsWith(date) || sameStart(one.starts, date)),
          ),
          `«${title}» of ${date} is not in the agenda`,
        );
      const without = await undated(room.site, agenda);
      const seen =
        `${agenda.length} gatherings of Lille since November 2015; 10, 11 and 12 once with Démosphère, Communecter and Facebook, ` +
        `14 once with Communecter and Facebook; all ${dated.length} dated facts on their day, ${without} undated ones without one`;
      return { seen };
    }),
};
