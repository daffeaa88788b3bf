import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { sharedFile, withShared } from '../testing/shared.js';

const read = async (body: string | Uint8Array, url = 'https://agenda.test/api/events?start=1') =>
  readDocument(fetched(body, { url }));

describe('a Gancio without events', () => {
  it.each(['https://agenda.test/api/events', 'https://agenda.test/api/events?tags=communs'])(
    'has none: %s',
    async (url) => {
      const { format, document } = await read('[]\n', url);
      expect(format).toBe('gancio');
      expect(document).toEqual({ link: 'https://agenda.test/', reports: [], errors: [] });
    },
  );

  it('is not any empty list', async () => {
    await expect(read('[]', 'https://agenda.test/api/places')).rejects.toThrow('JSON without items');
  });
});

describe('the key of a Gancio event', () => {
  it('is the UID of the same event in its calendar, and its ActivityPub id where it is its own', async () => {
    const event = { id: 7, slug: 'a', title: 'A', start_datetime: 1_795_716_000 };
    const { document } = await read(
      JSON.stringify([event, { ...event, id: 8, apUserApId: 'https://ailleurs.test/u/a' }]),
    );
    expect(document.reports.map(({ item, fields }) => [item, fields.aliases])).toEqual([
      ['7@agenda.test', ['7@agenda.test', 'https://agenda.test/federation/m/7']],
      ['8@agenda.test', ['8@agenda.test']],
    ]);
  });
});

describe('what a running Gancio answers', () => {
  withShared('is read whole: its list (needs ../shared)', async () => {
    const body = sharedFile('fixtures/gancio-live/api-events.json');
    const { document } = await read(body);
    expect(document.errors).toEqual([]);
    expect(document.reports).toHaveLength((JSON.parse(body.toString()) as unknown[]).length);
    expect(document.reports[0]?.fields).toMatchObject({
      title: 'Assemblée des communs de Lille',
      when: { kind: 'timed', starts: '2026-11-24T19:23:49Z', ends: '2026-11-24T21:23:49Z' },
      place: { name: "Maison de l'écologie", address: 'Lille' },
      themes: ['communs', 'lille'],
      link: 'https://agenda.test/event/assemblee-des-communs-de-lille',
    });
    expect(document.reports[0]?.fields.place).not.toHaveProperty('latitude');
  });

  withShared(
    'is the same event in its list, in detail, in its calendar and in its outbox (needs ../shared)',
    async () => {
      const site = 'http://127.0.0.1:13120';
      const names = ['api-events.json', 'api-event-detail.json', 'feed-head.ics', 'event.as.json'];
      const documents = await Promise.all(
        names.map((name) => read(sharedFile(`fixtures/gancio-live/${name}`), `${site}/api/events`)),
      );
      const firsts = documents.map(({ document }) => document.reports[0]?.fields);
      // Its calendar leaves the seconds out.
      const starts = firsts.map((fields) => (fields?.when?.kind === 'timed' ? fields.when.starts.slice(0, 16) : ''));
      expect(starts).toEqual(names.map(() => '2026-11-24T19:23'));
      const [list = [], detail = [], calendar = [], federated = []] = firsts.map((fields) => fields?.aliases);
      expect(detail).toEqual(list);
      expect(list).toContain(calendar[0]);
      expect(list).toContain(federated[0]);
    },
  );
});
