import { EventStore } from '@relais/event-store';
import { HubUnderTest, Spawned } from '../testing/index.js';
import { Deployment } from '../wiring/deployment.js';
import { Moderation } from './moderation.js';
import { ModerationDesk } from './moderation-desk.js';
import type { Asked, Done, Order } from './orders.js';

let hub: HubUnderTest | undefined;
afterEach(() => hub?.end());
const by = 'secretariat' as Order['by'];
const environment = { RELAIS_NOW: '2026-11-25T09:00:00Z' };
const started = async (): Promise<HubUnderTest> => (hub = await HubUnderTest.start({ environment }));

/** Two meetings of Lille that were each announced at several places. */
const meetings = async (of: HubUnderTest): Promise<readonly [string, string]> => {
  const attached = await of.events('gathering.announcement-attached');
  const named = (item: string) =>
    (
      attached.find(({ data }) => (data as { announcement: { item: string } }).announcement.item === item)?.data as {
        gathering: string;
      }
    ).gathering;
  return [named('https://lille.demosphere.net/rv/4480'), named('https://lille.demosphere.net/rv/4482')];
};
const done = (outcome: object): Done => {
  if ('done' in outcome) return outcome.done as Done;
  throw new Error(JSON.stringify(outcome));
};

describe('moderation', () => {
  it('makes one gathering of two, shows it once, and takes it back', async () => {
    const running = await started();
    const [one, other] = await meetings(running);
    const asked: Asked = { verdict: 'same', one: `/rencontres/${one}`, other };
    const moderation = running.get(Moderation);
    const agenda = () => running.text('/lille/agenda?depuis=2016-01-01');
    const before = await agenda();
    const previewed = await moderation.preview(asked);
    expect(await running.events('ruling.made')).toEqual([]);
    const { ruling, moves } = done(await moderation.rule({ ...asked, by }));
    expect(previewed).toMatchObject({ done: { moves } });
    expect(moves.map(({ from, to }) => [from, to])).toEqual(Array(3).fill([other, one]));
    await running.shown();
    expect(await agenda()).not.toContain(`/rencontres/${other}`);
    expect(await running.text(`/rencontres/${other}`)).toContain(`href="/rencontres/${one}"`);
    const calendar = await running.fetch(`/rencontres/${other}.ics`, { redirect: 'manual' });
    expect([calendar.status, calendar.headers.get('location')]).toEqual([307, `/rencontres/${one}.ics`]);
    expect(done(await moderation.revoke({ ruling, by })).moves).toHaveLength(3);
    await running.shown();
    expect(await agenda()).toBe(before);
  });

  it('refuses what cannot be ruled, and says why', async () => {
    const running = await started();
    const [one, other] = await meetings(running);
    const moderation = running.get(Moderation);
    const rule = (verdict: Asked['verdict'], first: string, second: string, admin = by) =>
      moderation.rule({ verdict, one: first, other: second, by: admin });
    expect(await rule('same', one, 'nowhere')).toEqual({ refused: { type: 'unknown-gathering', asked: 'nowhere' } });
    expect(await rule('same', one, 'wiki nothing')).toMatchObject({ refused: { type: 'unknown-announcement' } });
    expect(await rule('same', one, other, 'nobody' as typeof by)).toMatchObject({ refused: { type: 'unknown-admin' } });
    const item = 'lille-demosphere https://lille.demosphere.net/rv/4480';
    expect(await rule('same', item, item)).toMatchObject({ refused: { type: 'one-announcement' } });
    const { ruling } = done(await rule('apart', one, other));
    expect(await rule('apart', one, other)).toEqual({ refused: { type: 'already-ruled', ruling } });
    expect(await rule('same', one, other)).toEqual({ refused: { type: 'contradicts', rulings: [ruling] } });
    expect(await running.events('ruling.made')).toHaveLength(1);
  });

  it('is done by the collector for whoever asks: a page, or the command line', async () => {
    const running = await started();
    const [one, other] = await meetings(running);
    const outcome = await running.get(Moderation).standing();
    expect(outcome).toEqual([]);
    const relais = (...words: string[]) =>
      Spawned.start('cli', { ...environment, RELAIS_DATA: running.folder }, 'matching', ...words).ended;
    const same = await relais('same', one, other, '--note', 'la même', '--json');
    const { ruling } = JSON.parse(same.stdout) as Done;
    expect((await relais('list')).stdout).toContain(`${ruling}  same`);
    expect((await relais('same', one, 'nowhere')).code).toBe(2);
    expect((await relais('apart', `lille-demosphere`, `https://lille.demosphere.net/rv/4480`)).code).toBe(2);
    expect((await relais('--dry-run', '--json')).stdout).toContain('"joins":0,"parts":0,"moves":0,"changes":[]');
    const desk = new ModerationDesk(running.get(EventStore), running.get(Deployment));
    expect(done(await desk.obey({ act: 'revoke', ruling, by })).moves).toHaveLength(3);
    expect((await relais('undo', ruling)).code).toBe(1);
  }, 60_000);

  it('holds after a restart', async () => {
    const running = await started();
    const [one, other] = await meetings(running);
    done(await running.get(Moderation).rule({ verdict: 'same', one, other, by }));
    await running.stop();
    hub = await HubUnderTest.start({ folder: running.folder, environment });
    expect(await hub.text('/lille/agenda?depuis=2016-01-01')).not.toContain(`/rencontres/${other}`);
    expect(await hub.get(Moderation).standing()).toHaveLength(1);
  });
});
