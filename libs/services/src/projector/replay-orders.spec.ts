import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Generations, projections } from '@relais/read-models';
import { HubUnderTest, oneAssembly, Spawned, type Ended } from '../testing/index.js';
import { recordHistoryIn } from './testing/long-history.js';
import { act, buildingsIn, heldReplay, rowsOf, told, whenBegun } from './testing/replaying-hub.js';
import type { ReplaysSaid } from './watch-order.js';

let hub: HubUnderTest;
let generations: Generations;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-replays-'));
  await recordHistoryIn(folder, 8_000);
  hub = await HubUnderTest.start({ folder, configuration: oneAssembly() });
  generations = hub.get(Generations);
});
afterAll(() => hub.end());

const relais = (...words: string[]): Promise<Ended> =>
  Spawned.start('cli', { RELAIS_DATA: hub.folder, RELAIS_CONFIG: join(hub.folder, 'relais.yaml') }, ...words).ended;
const there = (): unknown => [generations.current(), generations.list(), buildingsIn(generations)];
const edit = (sql: string): void => {
  const database = new DatabaseSync(generations.fileOf(generations.current() ?? 0));
  database.exec(sql);
  database.close();
};

describe('a replay that runs in a hub', () => {
  it('is held, says how far it is, and goes on to the same rows', async () => {
    const before = rowsOf(generations, generations.current() ?? 0);
    const { replay } = await heldReplay(hub);
    const held = { paused: true, phase: 'reading', projections: projections.map(({ name }) => name) };
    expect(await act(hub, 'state')).toMatchObject(held);
    expect(await act(hub, 'state')).toEqual(await act(hub, 'pause'));
    expect(await act(hub, 'resume')).toMatchObject({ paused: false });
    expect(await replay).toMatchObject({ changed: false, shown: true, outbound: 0 });
    expect(rowsOf(generations, generations.current() ?? 0)).toEqual(before);
  });

  it('is cancelled: whoever asked for it is told, nothing is left, and another can be begun at once', async () => {
    const before = there();
    const { replay } = await heldReplay(hub);
    const told = expect(replay).rejects.toMatchObject({
      kind: 'Cancelled',
      message: 'the replay was cancelled; what was shown is shown still',
    });
    await act(hub, 'cancel');
    expect(there()).toEqual(before);
    const next = await heldReplay(hub, { dryRun: true });
    await act(hub, 'resume');
    expect(await next.replay).toMatchObject({ changed: false, shown: false });
    await told;
    expect(there()).toEqual(before);
  });

  it('is the only one: a second is refused in one line, and the first goes on', async () => {
    const { replay } = await heldReplay(hub, { dryRun: true });
    await expect(told(hub, 'replay')).rejects.toMatchObject({
      kind: 'ReplayRuns',
      message: expect.stringMatching(
        /^a replay runs already, since \S+, at position \d+ of \d+, paused: wait for it, or cancel it \(relais replay --cancel\)$/,
      ) as unknown,
    });
    await act(hub, 'resume');
    expect(await replay).toMatchObject({ changed: false });
  });

  it('is watched by whoever asks, from wherever it is to what it came to', async () => {
    const { replay } = await heldReplay(hub, { dryRun: true });
    const [said, leave]: [ReplaysSaid[], AbortController] = [[], new AbortController()];
    const hear = (step: unknown): void => {
      const now = step as ReplaysSaid;
      if (said.push(now) === 1) void act(hub, 'resume');
      else if (!now.running) leave.abort();
    };
    const watched = expect(told(hub, 'watch', {}, hear, leave.signal)).rejects.toThrow('before «watch» was done');
    const { generation } = (await replay) as { generation: number };
    await watched;
    expect(said.at(0)?.running).toMatchObject({ paused: true, phase: 'reading' });
    expect(said.at(-1)).toMatchObject({ ended: { dryRun: true, result: { generation, changed: false } } });
    expect(new Set(said.map(({ running }) => running?.phase))).toContain('comparing');
  });

  it.each(['pause', 'resume', 'cancel', 'state'] as const)('is none to %s where none runs', async (what) => {
    await expect(act(hub, what)).rejects.toMatchObject({ message: 'no replay runs' });
  });

  it('knows no projection of another name, and begins nothing', async () => {
    const before = there();
    const replay = told(hub, 'replay', { only: ['agenda', 'agendas'] });
    await expect(replay).rejects.toMatchObject({
      kind: 'UnknownProjection',
      message: expect.stringMatching(/^no projection is called «agendas»; there are .*agenda, .*$/) as unknown,
    });
    expect(there()).toEqual(before);
  });
});

describe('relais replay beside a running hub', () => {
  it('makes one projection anew, and leaves the rows of the others as they are', async () => {
    const whole = rowsOf(generations, generations.current() ?? 0);
    for (const name of ['agenda', 'news'])
      edit(`DELETE FROM rows_${name} WHERE key IN (SELECT key FROM rows_${name} LIMIT 9)`);
    const spoilt = rowsOf(generations, generations.current() ?? 0);
    expect([whole['agenda'], whole['news']]).not.toEqual([spoilt['agenda'], spoilt['news']]);
    const { code, stdout } = await relais('replay', '--projection', 'agenda');
    expect([code, stdout]).toEqual([0, expect.stringContaining('its rows differ from those shown before; shown now')]);
    expect(rowsOf(generations, generations.current() ?? 0)).toEqual({ ...spoilt, agenda: whole['agenda'] });
    expect((await relais('replay', '--projection', 'agenda, news')).code).toBe(0);
    expect(rowsOf(generations, generations.current() ?? 0)).toEqual(whole);
  });

  it('keeps one aside that is not shown', async () => {
    const shown = generations.current();
    const newest = generations.next();
    const { code, stdout } = await relais('replay', '--aside');
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining(
        `not shown: relais generations diff ${newest}, then relais generations activate ${newest}`,
      ),
    ]);
    expect([generations.current(), generations.list().at(-1)]).toEqual([shown, newest]);
    expect(rowsOf(generations, newest)).toEqual(rowsOf(generations, shown ?? 0));
  });

  it('says how far the one that runs is, holds it, lets it go on and cancels it', async () => {
    const { replay } = await heldReplay(hub);
    const gone = expect(replay).rejects.toThrow('cancelled');
    const [state, paused, second, cancelled] = [
      await relais('replay', '--state'),
      await relais('replay', '--pause', '--json'),
      await relais('replay'),
      await relais('replay', '--cancel'),
    ];
    expect(state).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\[[#.]{20}\] +\d+ % {2}paused, position \d+ of \d+\n$/) as unknown,
      stderr: '',
    });
    expect([paused.code, JSON.parse(paused.stdout)]).toEqual([0, expect.objectContaining({ paused: true })]);
    expect([second.code, second.stdout, second.stderr]).toEqual([
      ...[1, ''],
      expect.stringMatching(/^a replay runs already, since .*\n$/),
    ]);
    expect(cancelled).toMatchObject({ code: 0, stdout: 'cancelled; what was shown is shown still\n', stderr: '' });
    await gone;
  });

  it('is told that it was cancelled, and fails', async () => {
    const replaying = relais('replay');
    await whenBegun(hub, replaying);
    await act(hub, 'pause');
    await act(hub, 'cancel');
    const { code, stderr } = await replaying;
    expect([code, stderr]).toEqual([1, 'the replay was cancelled; what was shown is shown still\n']);
  });

  it.each(['--state', '--pause', '--resume', '--cancel'])(
    'fails with one line at %s where none runs',
    async (order) => {
      const { code, stdout, stderr } = await relais('replay', order);
      expect([code, stdout, stderr]).toEqual([1, '', 'no replay runs\n']);
    },
  );

  it.each([
    [['--pause', '--resume'], '--pause and --resume are not done at once\n'],
    [['--projection', 'agendas'], /^no projection is called «agendas»; there are .*\n$/],
  ])('takes %j for wrong use', async (words, why) => {
    const { code, stderr } = await relais('replay', ...words);
    expect([code, stderr]).toEqual([2, typeof why === 'string' ? why : expect.stringMatching(why)]);
  });
});

describe('relais replay where no hub runs', () => {
  beforeAll(() => hub.stop());

  it.each(['--state', '--pause', '--resume', '--cancel'])('fails with one line at %s', async (order) => {
    const { code, stdout, stderr } = await relais('replay', order);
    expect([code, stdout, stderr]).toEqual([1, '', `no replay runs: no hub runs over ${hub.folder}\n`]);
  });
});
