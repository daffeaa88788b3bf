import { randomInt } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Generations, Projector } from '@relais/read-models';
import { freePort } from '@relais/transport/testing';
import { HubUnderTest, oneAssembly, Spawned } from '../testing/index.js';
import { LastReplay, type EndedReplay } from './last-replay.js';
import { recordHistoryIn } from './testing/long-history.js';
import { buildingsIn, rowsOf as allRowsOf, told, whenOver } from './testing/replaying-hub.js';

const configuration = oneAssembly();

/** Each hub signs the log once it has started, sooner or later than it is killed. */
const rowsOf = (generations: Generations, number: number): ReturnType<typeof allRowsOf> => ({
  ...allRowsOf(generations, number),
  checkpoints: [],
});
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-killed-'));
  folders.push(folder);
  return folder;
};

/** A data folder with a long log and the rows of it. */
const madeFolder = async (events: number): Promise<string> => {
  const folder = newFolder();
  await recordHistoryIn(folder, events);
  await (await HubUnderTest.start({ folder, configuration })).stop();
  return folder;
};
const copyOf = (folder: string): string => {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
};

/** When a hub is killed: as it hears so many steps of its replay, or so long after it was told to. */
type Moment = Readonly<{ step: number }> | Readonly<{ milliseconds: number }>;

/** A hub in a process of its own is told to replay, and killed in the middle of it. */
const killed = async (folder: string, moment: Moment): Promise<void> => {
  const hub = Spawned.start('hub', {
    ...{ RELAIS_DATA: folder, RELAIS_CONFIG: join(folder, 'relais.yaml'), PORT: String(await freePort()) },
  });
  await hub.ready();
  const kill = (): void => void hub.child.kill('SIGKILL');
  let steps = 0;
  const replay = told({ folder }, 'replay', {}, () => {
    if ('step' in moment && ++steps === moment.step) kill();
  }).catch(() => undefined);
  if ('milliseconds' in moment) setTimeout(kill, moment.milliseconds);
  await replay;
  expect((await hub.stop('SIGKILL')).code).toBeNull();
};

/** What a hub makes of a folder at its next start, once no replay runs. */
const startedAgain = async (folder: string) => {
  const hub = await HubUnderTest.start({ folder, configuration });
  await whenOver(hub.get(Projector));
  await hub.stop();
  const generations = new Generations(join(folder, 'read-models'));
  const ended = new LastReplay(join(generations.folder, 'last-replay.json')).ended;
  return { generations, came: ended && resultOf(ended), shown: generations.current() ?? 0 };
};
const resultOf = (ended: EndedReplay) => ('result' in ended ? ended.result : ended.failure);

let made: string;
let whole: ReturnType<typeof rowsOf>;
/** A folder whose hub was killed when a part of the replay was committed. */
let left: string;
beforeAll(async () => {
  made = await madeFolder(16_000);
  whole = rowsOf(new Generations(join(made, 'read-models')), 1);
  left = copyOf(made);
  // When a second step is told, the first page was committed.
  await killed(left, { step: 2 });
});
afterAll(async () => {
  await Spawned.stopAll();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('a replay in the thread of a hub that is killed', () => {
  it('goes on at the next start, and comes to the same rows', async () => {
    const { generations, came, shown } = await startedAgain(copyOf(left));
    expect(came).toMatchObject({ generation: 2, changed: false, shown: true });
    expect(Number((came as { resumedAt?: string }).resumedAt)).toBeGreaterThanOrEqual(1_000);
    expect([shown, buildingsIn(generations), rowsOf(generations, 2)]).toEqual([2, [], whole]);
  });

  const moments = Array.from({ length: 4 }, () => [randomInt(1_000)] as const);
  it.each(moments)('loses and tears nothing, %i milliseconds after it was asked for', async (milliseconds) => {
    const folder = copyOf(made);
    await killed(folder, { milliseconds });
    const { generations, came } = await startedAgain(folder);
    for (const number of generations.list()) expect(rowsOf(generations, number)).toEqual(whole);
    expect(buildingsIn(generations)).toEqual([]);
    if (came) expect(came).toMatchObject({ generation: 2, changed: false });
  });
});

describe('what a hub that was killed left of a replay', () => {
  const edit = (folder: string, sql: string): void => {
    const database = new DatabaseSync(join(folder, 'read-models', '2.building.db'));
    database.exec(sql);
    database.close();
  };

  it('is thrown away where it is damaged: nothing goes on, and what was shown is shown still', async () => {
    const folder = copyOf(left);
    for (const suffix of ['', '-wal']) writeFileSync(join(folder, 'read-models', `2.building.db${suffix}`), 'torn');
    const { generations, came, shown } = await startedAgain(folder);
    expect([came, shown, generations.list(), buildingsIn(generations)]).toEqual([undefined, 1, [1], []]);
  });

  it('is thrown away where other code made it: the replay begins anew', async () => {
    const folder = copyOf(left);
    edit(folder, "UPDATE projection SET version = 99 WHERE name = 'news'");
    const { generations, came, shown } = await startedAgain(folder);
    expect(came).toMatchObject({ generation: 2, changed: false });
    expect(came).not.toHaveProperty('resumedAt');
    expect([shown, buildingsIn(generations), rowsOf(generations, 2)]).toEqual([2, [], whole]);
  });

  it('is thrown away where the log is another: its rows are made of that one', async () => {
    const folder = copyOf(left);
    const other = await madeFolder(3_000);
    cpSync(join(other, 'log.db'), join(folder, 'log.db'));
    for (const suffix of ['-wal', '-shm']) rmSync(join(folder, `log.db${suffix}`), { force: true });
    const { generations, shown } = await startedAgain(folder);
    const rows = rowsOf(generations, shown);
    expect(rows).toEqual(rowsOf(new Generations(join(other, 'read-models')), 1));
    expect([rows['news']?.length === whole['news']?.length, buildingsIn(generations)]).toEqual([false, []]);
  });
});
