import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';

const read = async (document: unknown, url = 'https://ici.test/outbox?page=1') => {
  const { document: read } = await readDocument(fetched(JSON.stringify(document), { url }));
  return read;
};
const event = (id: string | undefined, members: object = {}) => ({
  '@context': 'https://www.w3.org/ns/activitystreams',
  ...{ type: 'Event', name: 'Assemblée', startTime: '2026-11-26T18:00:00+01:00', content: '<p>Venez.</p>' },
  ...(id !== undefined && { id }),
  ...members,
});
const outbox = (...orderedItems: unknown[]) => ({ type: 'OrderedCollection', orderedItems });
const announce = (object: unknown) => ({ type: 'Announce', actor: 'https://ici.test/@communs', object });

describe('who an object is', () => {
  it.each([
    ['on this host', 'https://ici.test/e/1', 'https://ici.test/e/1'],
    ['as its server spells the host', 'https://ICI.test:443/e/1', 'https://ICI.test:443/e/1'],
    ['with or without www', 'https://www.ici.test/e/1', 'https://www.ici.test/e/1'],
    ['without the s, as many ids were given once', 'http://ici.test/e/1', 'http://ici.test/e/1'],
  ])('is believed of the server that says it: %s', async (_where, id, alias) => {
    const { reports, errors } = await read(outbox({ type: 'Create', object: event(id) }));
    expect(reports).toMatchObject([{ item: id, fields: { aliases: [alias], link: new URL(id).href } }]);
    expect(errors).toEqual([]);
  });

  it.each([
    'https://ailleurs.test/e/1',
    'https://ailleurs.ici.test/e/1',
    'https://ici.test.ailleurs.test/e/1',
    'https://ici.test:8443/e/1',
    'https://ici.test@ailleurs.test/e/1',
    '//ailleurs.test/e/1',
    String.raw`https:\\ailleurs.test\e\1`,
    'urn:uuid:0b8a5f2e-0000-4000-8000-000000000000',
  ])('is not believed of another server, whatever the activity: %s', async (id) => {
    for (const statement of [announce(event(id)), { type: 'Create', object: event(id) }, event(id)]) {
      const [report] = (await read(outbox(statement))).reports;
      expect(report).toMatchObject({ item: id, fields: { kind: 'gathering', title: 'Assemblée' } });
      expect(report?.fields).not.toHaveProperty('aliases');
      expect(report?.fields).not.toHaveProperty('link');
    }
    expect((await read(event(id))).reports[0]?.fields).not.toHaveProperty('aliases');
  });

  it('is the word of the server that a redirect led to, not of the one that was asked', async () => {
    const document = outbox(event('https://ici.test/e/1'));
    const [elsewhere] = (await read(document, 'https://ailleurs.test/outbox')).reports;
    expect(elsewhere?.fields).not.toHaveProperty('aliases');
  });

  it('is believed of a file on this machine', async () => {
    const [report] = (await read(outbox(event('https://ici.test/e/1')), 'file:///srv/outbox.json')).reports;
    expect(report?.fields.aliases).toEqual(['https://ici.test/e/1']);
  });

  it('is not said by a page of another host, where there is no id', async () => {
    const [hearsay, own] = (
      await read(
        outbox(
          event(undefined, { url: 'https://ailleurs.test/agenda/1' }),
          event(undefined, { url: 'https://ici.test/agenda/1' }),
        ),
      )
    ).reports;
    expect(hearsay?.fields).not.toHaveProperty('link');
    expect(own?.fields.link).toBe('https://ici.test/agenda/1');
  });
});

describe('an object of another host', () => {
  const elsewhere = 'https://ailleurs.test/federation/e/1';

  it('is shown with its page as a mention, so that who reads it can go there', async () => {
    const page = 'https://ailleurs.test/agenda/1';
    const { reports } = await read(outbox(announce(event(elsewhere, { url: page }))));
    expect(reports[0]?.fields).toMatchObject({
      summary: expect.stringContaining(`<a href="${page}"`),
      mentions: [page],
    });
    expect((await read(outbox(announce(event(elsewhere))))).reports[0]?.fields.mentions).toEqual([elsewhere]);
  });

  it('is one item, however often it is announced, and withdrawn when that is undone', async () => {
    const twice = await read(outbox(announce(event(elsewhere)), announce(event(elsewhere, { name: 'Avant' }))));
    expect(twice.reports.map(({ fields }) => fields.title)).toEqual(['Assemblée']);
    const undone = await read(outbox({ type: 'Undo', object: announce(elsewhere) }, announce(event(elsewhere))));
    expect(undone).toMatchObject({ reports: [], withdrawn: [elsewhere] });
  });
});
