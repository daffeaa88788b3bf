import assert from 'node:assert/strict';
import { agendaOf, sameStart } from '../agenda.ts';
import type { Point } from '../point.ts';
import { askPython, needPython } from '../python.ts';
import { Room, today } from '../room.ts';
import type { Site } from '../site.ts';

type Entry = Readonly<{ uid: string; title: string; starts: string; url: string }>;
type Json = Readonly<{ name: string; startDate?: string; url: string }>;

const program = `
import sys, json, datetime, icalendar
def said(start):
    if not isinstance(start, datetime.datetime): return start.isoformat()
    return start.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps([dict(uid=str(e['UID']), title=str(e['SUMMARY']), starts=said(e['DTSTART'].dt), url=str(e['URL']))
  for e in calendar.walk('VEVENT')]))`;

/** A calendar says what the agenda's page of the same days says, and each gathering's JSON. */
const agrees = async (site: Site, calendar: string, agenda: string): Promise<number> => {
  const entries = askPython<readonly Entry[]>(program, await site.text(calendar));
  const dated = (await agendaOf(site, agenda)).filter(({ starts }) => starts !== undefined);
  const host = new URL(site.url).hostname;
  assert.deepEqual(
    entries.map(({ uid }) => uid),
    dated.map(({ id }) => `${id}@${host}`),
    `${calendar} and ${agenda}`,
  );
  for (const [at, { title, starts, url }] of entries.entries()) {
    const { id = '', title: shown, starts: from = '' } = dated[at] ?? {};
    const json = await site.json<Json>(`/rencontres/${id}.json`);
    assert.deepEqual([title, title, url], [shown, json.name, json.url], `titles and address of ${id}`);
    assert.ok(
      sameStart(starts, from) && sameStart(starts, json.startDate ?? ''),
      `${id}: ${starts}, ${from}, ${json.startDate}`,
    );
  }
  return entries.length;
};

export const calendars: Point = {
  name: 'calendars',
  claims: 'Python’s icalendar reads the same gatherings, titles and starts as the pages and their JSON',
  show: () =>
    Room.with(today, async (room) => {
      needPython('icalendar');
      await room.hub();
      const all = await agrees(room.site, '/agenda.ics?depuis=2015-11-01', '/agenda?depuis=2015-11-01');
      // From one year back on, unless it says otherwise.
      const lille = await agrees(room.site, '/lille/agenda.ics', '/lille/agenda?depuis=2025-11-25');
      const past = await agrees(room.site, '/lille/agenda.ics?depuis=2015-11-01', '/lille/agenda?depuis=2015-11-01');
      assert.ok(all > past && past > lille && lille > 0);
      return {
        seen: `${all} gatherings in /agenda.ics since 2015, ${lille} in /lille/agenda.ics, ${past} with its past: all equal`,
      };
    }),
};
