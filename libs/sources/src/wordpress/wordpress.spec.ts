import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';

const read = async (body: string) => readDocument(fetched(body, { url: 'https://site.test/' }));

describe('a post of WordPress', () => {
  const rss = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Site</title><link>https://site.test</link>
    <generator>https://wordpress.org/?v=6.4</generator><item><title>Compte rendu &#8211; octobre</title>
    <link>https://site.test/2026/10/cr/</link><dc:creator><![CDATA[ada]]></dc:creator><pubDate>Thu, 01 Oct 2026 08:00:00 +0000</pubDate>
    <guid isPermaLink="false">https://site.test/?p=12</guid><content:encoded><![CDATA[<p>Bref.</p>]]></content:encoded></item></channel></rss>`;
  const json = JSON.stringify([
    {
      ...{ id: 12, date_gmt: '2026-10-01T08:00:00', guid: { rendered: 'https://site.test/?p=12' } },
      ...{ link: 'https://site.test/2026/10/cr/', title: { rendered: 'Compte rendu &#8211; octobre' } },
      content: { rendered: '<p>Bref.</p>', protected: false },
    },
  ]);

  it('is the same item in its feed and in its API', async () => {
    const [feed, api] = await Promise.all([read(rss), read(json)]);
    expect([feed.format, api.format]).toEqual(['xml-feed', 'wordpress']);
    const [one, other] = [feed.document.reports[0], api.document.reports[0]];
    expect(one?.item).toBe('https://site.test/?p=12');
    expect(other).toMatchObject({ item: one?.item, fields: { ...one?.fields } });
  });
});

describe('an event of The Events Calendar', () => {
  const event = {
    ...{ id: 501, global_id: 'site.test?id=501', url: 'https://site.test/evenement/a/', title: 'A', all_day: false },
    ...{ start_date: '2026-11-26 18:30:00', end_date: '2026-11-26 20:30:00', timezone: 'Europe/Paris' },
    ...{ rest_url: 'https://site.test/wp-json/tribe/events/v1/events/501' },
  };
  const whenIn = async (members: object) =>
    (await read(JSON.stringify({ events: [{ ...event, ...members }] }))).document.reports[0]?.fields.when;

  it('is at one time, at one address, in its API and in its calendar', async () => {
    const calendar = await read(
      ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Site - ECPv6.2//NONSGML v1.0//EN', 'BEGIN:VEVENT']
        .concat('DTSTART;TZID=Europe/Paris:20261126T183000', 'DTEND;TZID=Europe/Paris:20261126T203000')
        .concat('UID:501-1795717800-1795725000@site.test', 'SUMMARY:A', 'URL:https://site.test/evenement/a/')
        .concat('END:VEVENT', 'END:VCALENDAR', '')
        .join('\r\n'),
    );
    const { document } = await read(JSON.stringify({ events: [event] }));
    const [one, other] = [calendar.document.reports[0], document.reports[0]];
    expect(calendar.format).toBe('icalendar');
    expect(other?.fields.when).toEqual(one?.fields.when);
    expect(other?.fields.link).toBe(one?.fields.link);
    expect(other?.fields.link).toBe('https://site.test/evenement/a/');
  });

  it.each(['UTC+0', 'UTC+2', 'UTC', '+02:00', '', undefined])(
    'is in the source’s zone, and marked, where the site’s is %j',
    async (timezone) => {
      expect(await whenIn({ timezone, start_date: '2026-07-07 12:00:00' })).toMatchObject({
        ...{ starts: '2026-07-07T10:00:00Z', zone: 'Europe/Paris', zoneAssumed: true },
      });
    },
  );

  it('is whole days where it says so, the last one included', async () => {
    expect(await whenIn({ all_day: true, end_date: '2026-11-27 23:59:59' })).toEqual({
      ...{ kind: 'all-day', from: '2026-11-26', until: '2026-11-27' },
    });
  });
});
