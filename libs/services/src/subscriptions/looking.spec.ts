import { EventStore } from '@relais/event-store';
import { compose } from '../courier/testing/subscribed.js';
import { HubUnderTest, outbox, type ReadLetter } from '../testing/index.js';
import { confirmedAt } from './testing/people.js';

/** A morning on which the samples have something to say. */
const now = '2026-11-25T09:00:00Z';
/** How often a scanner follows each link before its receiver has the letter. */
const times = 20;
/** Pages by token with a button. */
const acting = ['confirmer', 'preferences', 'quitter'];

describe('a scanner that follows every link of a letter, again and again', () => {
  let hub: HubUnderTest;
  let letters: ReadLetter[];
  beforeAll(async () => {
    hub = await HubUnderTest.start({ environment: { RELAIS_NOW: now } });
    await confirmedAt(hub, 'alice', 'info-lille');
    const wish = { liste: 'info-lille', adresse: 'zoe@exemple.test', consentement: 'oui' };
    await hub.post('/lille/abonnement', wish);
    await hub.recorded('letter.accepted');
    await compose(hub);
    letters = await outbox(hub.folder);
  });
  afterAll(() => hub.end());

  /** Where links of ours lead, in either part and in the headers. */
  const ours = (): string[] => {
    const written = letters.flatMap((letter) => [letter.html, letter.text, letter.header('List-Unsubscribe')]);
    const all = written.flatMap((part) => [...(part ?? '').matchAll(/https?:\/\/[^\s<>"]+/gu)].map(([url]) => url));
    const clean = all.map((url) => url.replaceAll('&amp;', '&')).filter((url) => url.startsWith(hub.url));
    return [...new Set(clean)];
  };

  it('finds the links by which one acts', () => {
    const paths = new Set(ours().map((url) => new URL(url).pathname));
    expect(letters).toHaveLength(2);
    for (const path of acting) expect(paths).toContain(`/abonnement/${path}`);
  });

  it('does nothing by it', async () => {
    const store = hub.get(EventStore);
    const before = await store.head();
    const failed = new Set<string>();
    for (const url of ours())
      for (const method of ['GET', 'HEAD'])
        for (let time = 0; time < times; time++) {
          const answer = await hub.fetch(url, { method });
          const { pathname } = new URL(url);
          if (answer.status >= (acting.some((one) => pathname.endsWith(one)) ? 400 : 500))
            failed.add(`${answer.status} ${pathname}`);
          await answer.arrayBuffer();
        }
    expect(await store.head()).toBe(before);
    expect([...failed]).toEqual([]);
  }, 60_000);
});
