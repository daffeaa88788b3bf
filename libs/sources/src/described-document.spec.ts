import { describedDocument, describedRefusal, readDocument, UnreadableDocument, type Fetched } from './index.js';

const fetched = (text: string): Fetched => ({
  url: 'https://exemple.test/flux',
  mediaType: '',
  body: Buffer.from(text),
  fetchedAt: '2026-11-01T12:00:00Z',
  zone: 'Europe/Paris',
});
const described = async (text: string) => describedDocument('flux', await readDocument(fetched(text)));
const event = (...lines: string[]): string =>
  [
    ...['BEGIN:VCALENDAR', 'X-WR-CALNAME:Agenda', 'URL:https://exemple.test/agenda', 'BEGIN:VEVENT', 'UID:1'],
    ...['SUMMARY:Assemblée', ...lines, 'END:VEVENT', 'END:VCALENDAR'],
  ].join('\r\n');

describe('a described document', () => {
  it('says of a news item what its feed says, and null for what it does not', async () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Le site</title>
      <link href="https://exemple.test/"/><entry><id>urn:1</id><title>Compte rendu</title>
      <link href="/cr"/><published>2026-01-02T03:04:05+01:00</published><updated>2026-01-03T00:00:00Z</updated>
      <author><name>Ada</name></author><content type="html">&lt;p&gt;Lu.&lt;/p&gt;</content></entry></feed>`;
    expect(await described(feed)).toEqual({
      file: 'flux',
      format: 'xml-feed',
      title: 'Le site',
      link: 'https://exemple.test/',
      items: [
        {
          id: 'urn:1',
          title: 'Compte rendu',
          link: 'https://exemple.test/cr',
          published: '2026-01-02T02:04:05Z',
          updated: '2026-01-03T00:00:00Z',
          author: 'Ada',
          summary: '<p>Lu.</p>',
          ...{ starts: null, ends: null, allDay: null, zone: null, place: null, status: null, recurrence: null },
        },
      ],
      errors: [],
    });
  });

  it('says when and where a gathering is, who calls it, and whether it is sure', async () => {
    const { title, link, items } = await described(
      event(
        'DTSTART;TZID=Europe/Paris:20260101T180000',
        'DTEND;TZID=Europe/Paris:20260101T200000',
        'LOCATION:MRES\\, 23 rue Gosselet\\, 59000 Lille',
        'STATUS:TENTATIVE',
        'ORGANIZER;CN=Ada:mailto:ada@exemple.test',
        'LAST-MODIFIED:20251201T000000Z',
      ),
    );
    expect({ title, link }).toEqual({ title: 'Agenda', link: 'https://exemple.test/agenda' });
    expect(items).toMatchObject([
      {
        ...{ starts: '2026-01-01T17:00:00Z', ends: '2026-01-01T19:00:00Z', allDay: false, zone: 'Europe/Paris' },
        place: { name: 'MRES', address: '23 rue Gosselet', postalCode: '59000', city: 'Lille' },
        ...{ status: 'tentative', author: 'Ada', updated: '2025-12-01T00:00:00Z', recurrence: null },
      },
    ]);
  });

  it('says the first and the last of whole days', async () => {
    const { items } = await described(event('DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20260103'));
    expect(items).toMatchObject([{ starts: '2026-01-01', ends: '2026-01-02', allDay: true, zone: null }]);
  });

  it('says of each occurrence of a series by which rule it recurs', async () => {
    const { items } = await described(event('DTSTART:20260101T180000Z', 'RRULE:FREQ=WEEKLY;COUNT=2'));
    expect(items.map(({ id, recurrence }) => [id, recurrence])).toEqual([
      ['1 2026-01-01T18:00:00Z', 'FREQ=WEEKLY;COUNT=2'],
      ['1 2026-01-08T18:00:00Z', 'FREQ=WEEKLY;COUNT=2'],
    ]);
  });

  it('names what could not be used', async () => {
    const { errors } = await described(event('DTSTART:20260101T180000Z', 'nonsense'));
    expect(errors).toEqual([{ where: 'line 8', what: 'not a content line: «nonsense»' }]);
  });

  it('has every member, in one order, whatever was read', async () => {
    const documents = [await described(event('DTSTART:20260101T180000Z')), await described(event())];
    const members = 'id title link published updated author summary starts ends allDay zone place status recurrence';
    for (const document of documents) {
      expect(Object.keys(document).join(' ')).toBe('file format title link items errors');
      expect(document.items.map((item) => Object.keys(item).join(' '))).toEqual([members]);
    }
  });

  it('has the same shape where the document was refused, and says why', () => {
    expect(describedRefusal('page', new UnreadableDocument('an HTML page'))).toEqual({
      ...{ file: 'page', format: null, title: null, link: null, items: [] },
      errors: [{ where: 'the document', what: 'an HTML page' }],
    });
  });
});
