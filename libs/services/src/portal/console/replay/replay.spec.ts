import { DatabaseSync } from 'node:sqlite';
import { EventStore } from '@relais/event-store';
import { Generations } from '@relais/read-models';
import type { LiveState } from '@relais/web/console';
import { Projecting } from '../../../projector/projecting.js';
import { formsWith, HubUnderTest, SignedIn, Streamed } from '../../../testing/index.js';
import { ReplayWatch } from './replay-watch.js';

const path = '/admin/rejeu';
let hub: HubUnderTest;
let admin: SignedIn;
beforeEach(async () => {
  hub = await HubUnderTest.start({ environment: { RELAIS_NOW: '2026-11-25T09:00:00Z' } });
  admin = await SignedIn.to(hub);
});
afterEach(() => hub.end());

const follow = (): Promise<Streamed> =>
  Streamed.from(new URL(`${path}/progression`, hub.url), { cookie: admin.cookie });
const isIdle = ({ page }: LiveState): boolean => page.startsWith('idle 2');
/** Resolves when a replay that was begun has ended. */
const replayed = async (fields: Record<string, string> = {}): Promise<void> => {
  const events = await follow();
  const [before] = [await events.until<LiveState>(() => true)];
  await admin.post(path, { etape: 'rejouer', ...fields });
  await events.until<LiveState>((state) => isIdle(state) && state.page !== before.page);
  events.leave();
};
/** Makes a row that is shown other than the log says: as if other code had made it. */
const spoil = (): void => {
  const database = new DatabaseSync(hub.get(Generations).fileOf(1));
  database.exec(
    "UPDATE rows_agenda SET row = json_set(row, '$.title', 'Ancien titre') WHERE key = (SELECT min(key) FROM rows_agenda)",
  );
  database.close();
};

/** Resolves once the server knows that everybody left. */
const nobodyLooks = async (watch: ReplayWatch): Promise<void> => {
  while (watch.viewers > 0) await new Promise((resolve) => setImmediate(resolve));
};

describe('the replay in the console', () => {
  it('is planned, runs aside, is compared with what is shown, shown, and taken back', async () => {
    const plan = await admin.text(`${path}/plan`);
    expect(plan).toContain(new Intl.NumberFormat('fr').format(await hub.get(EventStore).head()));
    expect(plan).toContain('aucun rejeu n’a encore été mesuré');
    spoil();
    const [form = {}] = formsWith(plan, 'rejouer');
    await replayed({ ...form, aussitot: '' });
    expect(hub.get(Generations).current()).toBe(1);
    const ready = await admin.text(path);
    expect(ready).toContain('La génération 2 est prête, et pas encore montrée');
    expect(ready).toContain('ni connexion, ni nom demandé, ni processus');
    const compared = await admin.text(`${path}/generations/2`);
    expect(compared).toContain('1 changée');
    expect(compared).toMatch(/<del><bdi>Ancien titre/u);
    const [show = {}] = formsWith(compared, 'montrer');
    const shown = await (await admin.post(path, show)).text();
    expect(shown).toContain('La génération 2 est montrée');
    expect(hub.get(Generations).current()).toBe(2);
    const [, back = ''] = /href="(\/admin\/rejeu\/generations\/1)"/.exec(shown) ?? [];
    const [again = {}] = formsWith(await admin.text(back), 'montrer');
    await admin.post(path, again);
    expect(hub.get(Generations).current()).toBe(1);
    expect(await admin.text(`${path}/plan`)).toMatch(/environ [\d,]+\u00a0s/u);
  });

  it('makes chosen projections anew, and shows them at once where that is wished', async () => {
    const plan = await admin.text(`${path}/plan?projection-agenda=oui&projection-news=oui&projection-none=oui`);
    const [form = {}] = formsWith(plan, 'rejouer');
    await replayed({ ...form, aussitot: 'oui' });
    expect(hub.get(Generations).current()).toBe(2);
    const page = await admin.text(path);
    expect(page).toMatch(/<dt>Refait<\/dt><dd>agenda, nouvelles<\/dd>/u);
    expect(page).not.toContain('pas encore montrée');
  });

  it('throws away what was built, and removes what is kept, but never what is shown', async () => {
    await replayed();
    const [remove = {}] = formsWith(await admin.text(`${path}/generations/2`), 'supprimer');
    expect(await (await admin.post(path, remove)).text()).toContain('La génération 2 est supprimée');
    expect(hub.get(Generations).list()).toEqual([1]);
    const refused = await admin.post(path, { etape: 'supprimer', generation: '1' });
    expect([refused.status, (await refused.text()).includes('ne peut pas être supprimée')]).toEqual([409, true]);
    expect(hub.get(Generations).list()).toEqual([1]);
  });

  it.each(['montrer', 'supprimer'])('says that there is no such generation: %s', async (etape) => {
    for (const generation of ['7', '0', '../1', '']) {
      const answer = await admin.post(path, { etape, generation });
      expect([answer.status, (await answer.text()).includes('Il n’y a pas de génération')]).toEqual([404, true]);
    }
    expect((await admin.get(`${path}/generations/7`)).status).toBe(404);
  });

  it('says that none runs where one is to be held or stopped', async () => {
    for (const etape of ['pause', 'reprendre', 'abandonner']) {
      const answer = await admin.post(path, { etape });
      expect([answer.status, (await answer.text()).includes('Aucun rejeu n’est en cours')]).toEqual([409, true]);
    }
  });

  it('says that nobody projects, and keeps what was chosen', async () => {
    await hub.get(Projecting).onApplicationShutdown();
    expect(await admin.text(path)).toContain('Personne ne projette');
    const answer = await admin.post(path, { etape: 'rejouer', 'projection-news': 'oui' });
    const page = await answer.text();
    expect([answer.status, page.includes('le projecteur ne tourne pas')]).toEqual([503, true]);
    expect(formsWith(page, 'rejouer')).toMatchObject([{ 'projection-news': 'oui' }]);
    const events = await follow();
    await events.until<LiveState>((state) => state.page === 'nobody');
    events.leave();
  });

  it('says that a generation of other code cannot be shown, in one line', async () => {
    await replayed();
    const database = new DatabaseSync(hub.get(Generations).fileOf(2));
    database.exec("UPDATE projection SET version = 99 WHERE name = 'agenda'");
    database.close();
    expect(formsWith(await admin.text(`${path}/generations/2`), 'montrer')).toEqual([]);
    const answer = await admin.post(path, { etape: 'montrer', generation: '2' });
    expect([answer.status, (await answer.text()).includes('it was made by other code')]).toEqual([409, true]);
    expect(hub.get(Generations).current()).toBe(1);
  });

  it('does nothing by GET, nothing for who is not in, and nothing that another site sends', async () => {
    const acts = ['rejouer', 'pause', 'reprendre', 'abandonner', 'montrer', 'supprimer'];
    for (const etape of acts) {
      const fields = { etape, generation: '1' };
      await admin.get(`${path}?${new URLSearchParams(fields)}`);
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://ailleurs.exemple' }])
        expect((await admin.post(path, fields, headers as Record<string, string>)).status).toBe(403);
      const body = new URLSearchParams(fields);
      const answer = await hub.fetch(path, { method: 'POST', redirect: 'manual', body });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/entrer']);
    }
    expect(hub.get(Generations).list()).toEqual([1]);
  });

  it('may run a script of ours, which stays the same for ever at its address; no other page may', async () => {
    const page = await admin.get(path);
    expect(page.headers.get('content-security-policy')).toMatch(/; script-src 'self'; connect-src 'self'$/u);
    const [, address = ''] = /<script src="([^"]*)" defer/u.exec(await page.text()) ?? [];
    const script = await hub.fetch(address);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const other = await admin.get('/admin');
    expect(other.headers.get('content-security-policy')).not.toContain('script-src');
  });

  it('leads to the pages of another day', async () => {
    expect(await admin.text(`${path}?lang=en`)).toContain('action="/"');
    expect(await admin.text('/?le=2026-11-25')).toContain('Tel qu’au 25 novembre 2026');
    expect(await admin.text('/admin')).toContain(`href="${path}"`);
  });
});

describe('how far a replay is', () => {
  it('is told to nobody who is not in', async () => {
    const answer = await hub.fetch(`${path}/progression`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([303, null]);
    expect(hub.get(ReplayWatch).viewers).toBe(0);
  });

  it('is told at once, as events that nothing keeps back', async () => {
    const events = await follow();
    await events.until<LiveState>((state) => state.page === 'idle ');
    expect(events.text).toMatch(/^retry: 2000\n\nevent: state\ndata: /u);
    const { 'content-type': type, 'cache-control': kept, 'x-accel-buffering': buffered } = events.headers;
    expect([type, kept, buffered]).toEqual(['text/event-stream; charset=utf-8', 'no-store', 'no']);
    events.leave();
  });

  it('is forgotten of who leaves, and one connection to the projector serves all who look', async () => {
    const watch = hub.get(ReplayWatch);
    const all = await Promise.all([follow(), follow(), follow()]);
    await Promise.all(all.map((events) => events.until(() => true)));
    expect([watch.viewers, watch.isWatching]).toEqual([3, true]);
    for (const events of all) events.leave();
    await nobodyLooks(watch);
    expect(watch.isWatching).toBe(false);
  });

  it('lets everybody go when the hub stops', async () => {
    const all = await Promise.all([follow(), follow()]);
    await Promise.all(all.map((events) => events.until(() => true)));
    await Promise.all([hub.stop(), ...all.map((events) => events.ended())]);
    expect(hub.get(ReplayWatch).viewers).toBe(0);
  });
});
