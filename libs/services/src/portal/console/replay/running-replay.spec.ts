import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '@relais/event-store';
import { Generations, Projector } from '@relais/read-models';
import { founded, published, sourceAdded } from '@relais/read-models/testing';
import type { LiveState } from '@relais/web/console';
import { formsWith, HubUnderTest, oneAssembly, SignedIn, Streamed } from '../../../testing/index.js';

const path = '/admin/rejeu';
const configuration = JSON.stringify({
  ...(JSON.parse(oneAssembly()) as object),
  admins: [{ id: 'secretariat', address: 'secretariat@exemple.test' }],
});

/** As many events as a replay has to do with for a while. */
const many = 100_000;
const folder = mkdtempSync(join(tmpdir(), 'relais-replaying-'));
const writeLog = async (): Promise<void> => {
  const store = SqliteEventStore.open(join(folder, 'log.db'), { now: () => '2026-11-01T08:00:00.000Z' });
  await store.append('assembly-lille', [founded(), sourceAdded('lille-blog')], 'any');
  const items = (from: number) =>
    Array.from({ length: 1_000 }, (_, n) => published({ item: `item-${from + n}` as never, hash: `h${from + n}` }));
  for (let from = 0; from < many; from += 1_000) await store.append('source-lille-blog', items(from), 'any');
  await store.close();
};

let hub: HubUnderTest;
let admin: SignedIn;
beforeAll(async () => {
  await writeLog();
  hub = await HubUnderTest.start({ folder, configuration, environment: { RELAIS_NOW: '2026-11-25T09:00:00Z' } });
  admin = await SignedIn.to(hub);
}, 120_000);
afterAll(() => hub.end());

const follow = (): Promise<Streamed> =>
  Streamed.from(new URL(`${path}/progression`, hub.url), { cookie: admin.cookie });
const [isRunning, isPaused, isIdle] = ['running', 'paused', 'idle'].map(
  (word) => (state: LiveState) => state.page.startsWith(word),
) as [(state: LiveState) => boolean, (state: LiveState) => boolean, (state: LiveState) => boolean];
/** A replay that was begun, and is held in the middle; with who looked on. */
const held = async (): Promise<Streamed> => {
  const first = await follow();
  await first.until(isIdle);
  await admin.post(path, { etape: 'rejouer' });
  await admin.post(path, { etape: 'pause' });
  await first.until(isPaused);
  return first;
};

describe('a replay that runs', () => {
  it('is told while it goes on, held, seen by who comes later, let go on, and told when it ends', async () => {
    const first = await held();
    const second = await follow();
    const { share = 0, texts } = await second.until<LiveState>(() => true);
    expect(texts?.phase).toBe('en pause (lecture du journal)');
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
    const page = await admin.text(path);
    expect(page).toContain('Un rejeu est en pause');
    expect(formsWith(page, 'reprendre')).toHaveLength(1);
    await admin.post(path, { etape: 'reprendre' });
    for (const events of [first, second]) {
      const running = await events.until(isRunning);
      expect(running).toMatchObject({ texts: { phase: expect.any(String) as string } });
      await events.until(isIdle);
      events.leave();
    }
    const shares = [...first.text.matchAll(/"share":([\d.]+)/g)].map(([, each]) => Number(each));
    expect(new Set(shares.filter((each) => each > 0 && each < 1)).size).toBeGreaterThan(2);
    expect(await admin.text(path)).toContain('La génération 2 est prête');
  });

  it('is not begun a second time, and goes on', async () => {
    const events = await held();
    const answer = await admin.post(path, { etape: 'rejouer', 'projection-news': 'oui' });
    const page = await answer.text();
    expect([answer.status, page.includes('Un rejeu est déjà en cours')]).toEqual([409, true]);
    expect(formsWith(page, 'rejouer')).toMatchObject([{ 'projection-news': 'oui' }]);
    expect(hub.get(Projector).replays.running?.paused).toBe(true);
    await admin.post(path, { etape: 'abandonner' });
    await events.until(isIdle);
    events.leave();
  });

  it('is thrown away where somebody stops it, and that is said', async () => {
    const before = hub.get(Generations).list();
    const events = await held();
    await admin.post(path, { etape: 'abandonner' });
    await events.until(isIdle);
    events.leave();
    expect(hub.get(Generations).list()).toEqual(before);
    expect(await admin.text(path)).toContain('Abandonné\u00a0; ce qui était montré l’est resté.');
  });

  it('does not keep the hub from ending while somebody looks, and goes on at the next start', async () => {
    const events = await held();
    await Promise.all([hub.stop(), events.ended()]);
    hub = await HubUnderTest.start({ folder, configuration, environment: { RELAIS_NOW: '2026-11-25T09:00:00Z' } });
    admin = await SignedIn.to(hub);
    const later = await follow();
    await later.until<LiveState>((state) => isIdle(state) && !state.page.endsWith(' '));
    later.leave();
    expect(await admin.text(path)).toMatch(/repris à la position/u);
  });
});
