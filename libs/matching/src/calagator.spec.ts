import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hub, type Shown } from './testing/hub.js';
import { day } from './testing/reports.js';
import { itWithShared, shared } from './testing/shared.js';

/** The few fields of an hCalendar sample that matter here; not a reader of the format. */
const eventsIn = (name: string, source: string): Shown[] => {
  const text = readFileSync(join(shared, 'fixtures/calagator', `${name}.xml`), 'utf8');
  return text
    .split('class="vevent"')
    .slice(1)
    .map((event, place) => {
      const said = (pattern: RegExp): string => (pattern.exec(event)?.[1] ?? '').replace(/<[^>]*>/g, '').trim();
      const date = said(/title="(\d{4}-?\d\d-?\d\d)/).replaceAll('-', '');
      return {
        ...{
          source,
          item: `${name} ${place}`,
          link: said(/href="(http[^"]*)"/),
          title: said(/class="summary">([^<]*)/),
        },
        when: day(date.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')),
        place: {
          name: said(/class="(?:location|fn org)">([\s\S]*?)<\/span>/),
          address: said(/street-address">([^<]*)/),
        },
      };
    });
};
const groupsOf = (...items: Shown[]): string[][] => {
  const hub = new Hub();
  hub.publish(...items).recognise();
  return hub.groups();
};

describe('duplicates as Calagator met them', () => {
  itWithShared('twice in one document are one gathering (needs ../shared)', () => {
    const items = eventsIn('hcal_two_identical_events', 'one');
    expect(items.map(({ title }) => title)).toEqual(['Bastille Day', 'Bastille Day']);
    expect(groupsOf(...items)).toHaveLength(1);
  });

  itWithShared('at two venues are two gatherings (needs ../shared)', () => {
    const items = eventsIn('hcal_same_event_twice_with_different_venues', 'one');
    expect(items.map(({ place }) => place?.name)).toEqual(['First venue', 'Different venue']);
    expect(groupsOf(...items)).toHaveLength(2);
  });

  itWithShared('in two sources are one gathering, by their address or by day and place (needs ../shared)', () => {
    const [one, other] = ['one', 'other'].map((source) => eventsIn('hcal_dup_event_dup_venue', source));
    const bare = (other ?? []).map(({ link: _, ...event }) => event);
    expect(one?.map(({ title }) => title)).toEqual(['Web 2.0 Conference']);
    expect(groupsOf(...(one ?? []), ...(other ?? []))).toHaveLength(1);
    expect(groupsOf(...(one ?? []), ...bare)).toHaveLength(1);
  });

  itWithShared('are not made of two days that give the address of one house (needs ../shared)', () => {
    const items = ['hcal_multiple', 'hcal_single'].flatMap((name) => eventsIn(name, name));
    expect(new Set(items.map(({ link }) => link)).size).toBe(1);
    expect(groupsOf(...items)).toEqual([
      ['hcal_multiple hcal_multiple 0', 'hcal_single hcal_single 0'],
      ['hcal_multiple hcal_multiple 1'],
    ]);
  });
});
