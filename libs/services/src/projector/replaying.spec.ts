import { createHash } from 'node:crypto';
import { Projector } from '@relais/read-models';
import { HubUnderTest, outbox } from '../testing/index.js';
import { ask } from '../control/control-client.js';
import { socketPath } from '../control/socket-path.js';

const now = '2026-11-25T09:00:00Z';

/** Every address that the hub's own pages lead to, and its feeds. */
const addresses = async (hub: HubUnderTest): Promise<string[]> => {
  const found = new Set(['/', '/agenda?depuis=2000-01-01', '/feed.rss?nombre=1000', '/feed.atom', '/feed.json']);
  for (const path of found)
    if (/^[^.?]*(\?|$)/.test(path))
      for (const [, href = ''] of (await hub.text(path)).matchAll(/href="(\/[^"#]*)"/g))
        found.add(href.replaceAll('&amp;', '&'));
  return [...found].sort();
};

const hashes = async (hub: HubUnderTest, paths: readonly string[]): Promise<string[]> => {
  const all: string[] = [];
  for (const path of paths)
    all.push(
      `${path} ${createHash('sha256')
        .update(await hub.text(path))
        .digest('hex')}`,
    );
  return all;
};

const sent = async (hub: HubUnderTest): Promise<unknown[]> =>
  (await outbox(hub.folder)).map(({ messageId }) => messageId);

describe('a replay', () => {
  let hub: HubUnderTest;
  beforeEach(async () => {
    hub = await HubUnderTest.start({ environment: { RELAIS_NOW: now } });
  });
  afterEach(() => hub.end());

  it('leaves every page and feed as it was, byte for byte', async () => {
    const paths = await addresses(hub);
    const before = await hashes(hub, paths);
    const result = await hub.get(Projector).replay();
    expect(result).toMatchObject({ generation: 2, changed: false });
    expect(await hashes(hub, paths)).toEqual(before);
    expect(paths.length).toBeGreaterThan(100);
  });

  it('sends nothing and records nothing', async () => {
    await hub.post('/abonnement', { liste: 'info-lille', adresse: 'alice@exemple.test', consentement: 'oui' });
    await hub.recorded('letter.accepted');
    const [events, letters] = [await hub.events(), await sent(hub)];
    await hub.get(Projector).replay();
    expect(await hub.events()).toEqual(events);
    expect(await sent(hub)).toEqual(letters);
    expect(letters).toHaveLength(1);
  });

  it('is asked for over the socket of the running hub, and tells how far it is', async () => {
    const steps: unknown[] = [];
    const request = { verb: 'replay', options: { dryRun: true } };
    const result = await ask(socketPath(hub.folder, 'projector'), request, (step) => steps.push(step));
    expect(result).toMatchObject({ changed: false });
    expect(steps.at(-1)).toMatchObject({ position: String((await hub.events()).length) });
  });
});
