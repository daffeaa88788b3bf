import { answers, HubUnderTest, oneAssembly, SourcesUnderTest } from '../../testing/index.js';
import { Collector } from '../collector.js';

type Entry = Readonly<{ title: string; day: string }>;

const [logement, semences, velo]: Entry[] = [
  { title: 'Compte rendu : logement', day: '05' },
  { title: 'Compte rendu : semences', day: '06' },
  { title: 'Compte rendu : vélo', day: '07' },
];
/** A feed whose program gives all of its items one guid and one link. */
const feed = (...entries: (Entry | undefined)[]): string =>
  `<rss version="2.0"><channel><title>Site</title>${entries
    .map((entry) =>
      entry === undefined
        ? ''
        : `<item><guid isPermaLink="false">node</guid><title>${entry.title}</title><link>https://exemple.test/</link>` +
          `<pubDate>${entry.day} Oct 2026 10:00:00 GMT</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

describe('items that their source gives one guid and one link', () => {
  const web = new SourcesUnderTest();
  let hub: HubUnderTest | undefined;
  beforeAll(() => web.start());
  afterAll(() => web.stop());
  afterEach(async () => {
    await hub?.end();
    hub = undefined;
  });

  /** What is recorded of the items when the source shows this. */
  const recordedOf = async (document: string): Promise<string[]> => {
    web.answer('/source', answers.text(document));
    hub ??= await HubUnderTest.start({ configuration: oneAssembly({ id: 'source', url: web.at('/source') }) });
    const before = (await hub.events()).length;
    await hub.get(Collector).collect(undefined);
    return (await hub.events())
      .slice(before)
      .map(({ type }) => type)
      .filter((type) => type.startsWith('source.item'));
  };
  const newsOf = async (): Promise<unknown[]> => {
    await hub?.shown();
    const { items } = JSON.parse((await hub?.text('/lille/feed.json')) ?? '') as { items: { title: string }[] };
    return items.map(({ title }) => title).sort();
  };

  it('are all there', async () => {
    await recordedOf(feed(logement, semences, velo));
    expect(await newsOf()).toEqual([logement?.title, semences?.title, velo?.title]);
    expect(await recordedOf(feed(logement, semences, velo))).toEqual([]);
  });

  it('are not published anew where a title is corrected, though it is part of the key', async () => {
    await recordedOf(feed(logement, semences, velo));
    const corrected = { title: 'Compte rendu : semences paysannes', day: '06' };
    expect(await recordedOf(feed(logement, corrected, velo))).toEqual(['source.item-rekeyed', 'source.item-revised']);
    expect(await newsOf()).toEqual([logement?.title, corrected.title, velo?.title]);
  });

  it('are not published anew where the window moves on and they no longer collide, or collide again', async () => {
    await recordedOf(feed(logement, semences, velo));
    expect(await recordedOf(feed(velo))).toEqual(['source.item-rekeyed']);
    expect(await recordedOf(feed(semences, velo))).toEqual([]);
    expect(await newsOf()).toEqual([logement?.title, semences?.title, velo?.title]);
  });
});
