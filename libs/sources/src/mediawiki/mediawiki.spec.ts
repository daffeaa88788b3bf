import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';

const wiki = 'https://wiki.test/w/api.php?action=query&list=recentchanges';
const read = async (body: string, url = wiki) => (await readDocument(fetched(body, { url }))).document;

const changes = (...recentchanges: object[]): string => JSON.stringify({ query: { recentchanges } });
const edit = (revid: number, members: object = {}) => ({
  ...{ type: 'edit', ns: 0, title: 'Assemblée', pageid: 12, revid, timestamp: `2026-10-0${revid}T08:00:00Z` },
  ...{ comment: `révision ${revid}`, ...members },
});

describe('a page among the recent changes of a wiki', () => {
  it('is one item, however often it was changed, and whatever it is called', async () => {
    const before = await read(changes(edit(2), edit(1)));
    const after = await read(changes(edit(3, { title: 'Assemblée des communs' }), edit(2), edit(1)));
    expect([...before.reports, ...after.reports].map(({ item }) => item)).toEqual([
      'https://wiki.test/w/index.php?curid=12',
      'https://wiki.test/w/index.php?curid=12',
    ]);
    expect(after.reports[0]?.fields).toMatchObject({ title: 'Assemblée des communs', summary: 'révision 3' });
  });

  it('does not change when its earlier changes leave the window', async () => {
    const [wide, narrow] = await Promise.all([
      read(changes(edit(3), edit(2), edit(1, { type: 'new' }))),
      read(changes(edit(3))),
    ]);
    expect(wide.reports).toEqual(narrow.reports);
  });

  it('is told without the names of those who changed it', async () => {
    const { reports } = await read(
      changes(edit(1, { user: 'Ada', comment: 'Annule [[Special:Contributions/Ada|Ada]]' }), {
        ...edit(2),
        ns: 2,
        pageid: 3,
      }),
    );
    expect(reports).toHaveLength(1);
    expect(JSON.stringify(reports)).not.toContain('Ada');
  });
});

describe('a wiki that refuses', () => {
  it('is refused with its own reason', async () => {
    const error = JSON.stringify({ error: { code: 'readapidenied', info: 'You need read permission' }, servedby: 'a' });
    await expect(read(error)).rejects.toThrow('MediaWiki: no recent changes: You need read permission');
  });
});

describe('the Atom feeds of a wiki', () => {
  const entry = (diff: number, members = ''): string =>
    `<entry><id>https://wiki.test/w/index.php?title=Assembl%C3%A9e&amp;diff=${diff}&amp;oldid=${diff - 1}</id><title>Assemblée</title>
     <link rel="alternate" type="text/html" href="https://wiki.test/w/index.php?title=Assembl%C3%A9e&amp;diff=${diff}&amp;oldid=${diff - 1}"/>
     <updated>2026-10-0${diff}T08:00:00Z</updated><summary type="html">&lt;p&gt;révision ${diff}&lt;/p&gt;</summary><author><name>Ada</name></author>${members}</entry>`;
  const feed = (...entries: string[]): string =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><id>https://wiki.test/w/api.php?action=feedrecentchanges</id>
     <title>Wiki</title><updated>2026-10-09T08:00:00Z</updated>${entries.join('')}</feed>`;

  it('have an item for each revision, under a key that stays while others come and go', async () => {
    const before = await read(feed(entry(2), entry(1)));
    const after = await read(feed(entry(3), entry(2)));
    const key = (diff: number) => `https://wiki.test/w/index.php?title=Assembl%C3%A9e&diff=${diff}&oldid=${diff - 1}`;
    expect(before.reports.map(({ item }) => item)).toEqual([key(2), key(1)]);
    expect(after.reports.map(({ item }) => item)).toEqual([key(3), key(2)]);
    expect(after.reports[1]).toEqual(before.reports[0]);
  });
});
