import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStore } from '@relais/event-store';
import { Generations, Projector } from '@relais/read-models';
import { HubUnderTest, oneAssembly, Spawned, type Ended } from '../../testing/index.js';

let hub: HubUnderTest;
const generations = (): Generations => hub.get(Generations);

const relais = (...words: string[]): Promise<Ended> =>
  Spawned.start('cli', { RELAIS_DATA: hub.folder, RELAIS_CONFIG: join(hub.folder, 'relais.yaml') }, ...words).ended;
const lines = ({ stdout }: Ended): unknown[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const recorded = (title: string, id = 'a') =>
  hub.get(EventStore).append(
    `gathering-${id}`,
    [
      {
        type: 'gathering.recognised',
        data: { gathering: id, assembly: 'lille', title, basis: { source: 's', item: id } },
      },
    ],
    'any',
  );

/** Another title in the agenda of a generation, as other code might have made it. */
const retitled = (number: number, title: string): void => {
  const database = new DatabaseSync(generations().fileOf(number));
  database.prepare(`UPDATE rows_agenda SET row = json_set(row, '$.title', ?)`).run(title);
  database.close();
};

beforeEach(async () => {
  hub = await HubUnderTest.start({ configuration: oneAssembly() });
  await recorded('Café');
  await hub.shown();
  await hub.get(Projector).replay();
});
afterEach(() => hub.end());

describe('relais generations, beside a running hub', () => {
  it('lists them: number, position, when made, size, rows, by which versions, and which one is shown', async () => {
    const found = lines(await relais('generations', '--json'));
    const head = String(await hub.get(EventStore).head());
    expect(found).toEqual(
      [1, 2].map((generation) => ({
        ...{ generation, file: generations().fileOf(generation), shown: generation === 2, position: head },
        ...{ rows: expect.any(Number) as number, bytes: expect.any(Number) as number },
        made: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        versions: expect.objectContaining({ agenda: expect.any(Number) as number }) as object,
      })),
    );
    const { stdout } = await relais('generations');
    expect(stdout).toMatch(/^ {5}2 {2}position \d+, \d+ rows, [\d.]+ MB, made \S+Z, of this code {2}\(shown\)$/m);
  });

  it('compares two of them, or one with the one that is shown', async () => {
    retitled(1, 'Thé');
    const { code, stdout } = await relais('generations', 'diff', '1');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^both at position \d+; \d+ and \d+ rows$/m);
    expect(stdout).toMatch(/^agenda +lille +0 +0 +1$/m);
    expect(stdout).toContain('  ~ agenda a (lille)\n    title: «Thé» → «Café»\n');
    const found = lines(await relais('generations', 'diff', '2', '1', '--json'));
    expect(found[0]).toEqual({
      difference: {
        ...{ projection: 'agenda', key: 'a', city: 'lille', kind: 'changed' },
        changes: [{ path: 'title', before: 'Café', after: 'Thé' }],
      },
    });
    expect(found[1]).toMatchObject({ from: 2, to: 1, counts: [{ projection: 'agenda', changed: 1 }] });
    expect(found).toHaveLength(2);
  });

  it('says so where they do not stand at one position', async () => {
    await recorded('Autre', 'b');
    await hub.shown();
    const { stdout } = await relais('generations', 'diff', '1');
    const head = Number(await hub.get(EventStore).head());
    expect(stdout).toContain(
      `! at positions ${head - 1} and ${head}: part of the difference is what was recorded between`,
    );
  });

  it('goes back: pages show the older one, caught up, and what is recorded from then on', async () => {
    retitled(1, 'Thé');
    await recorded('Autre', 'b');
    await hub.shown();
    const { code, stdout } = await relais('generations', 'activate', '1');
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(
        /^generation 1 is shown now, at position \d+, after 1 event that it had missed; back with: relais generations activate 2\n$/,
      ),
    ]);
    expect(await hub.text('/rencontres/b')).toContain('Autre');
    expect(await hub.text('/agenda?depuis=2000-01-01')).toContain('Thé');
    await recorded('Plus tard', 'c');
    await hub.shown();
    expect(await hub.text('/agenda?depuis=2000-01-01')).toContain('Plus tard');
    expect((await relais('generations', 'activate', '2')).code).toBe(0);
    expect(await hub.text('/agenda?depuis=2000-01-01')).not.toContain('Thé');
  });

  it('removes old ones, and never the one that is shown', async () => {
    const { stdout } = await relais('generations', 'prune', '--keep', '0');
    expect([stdout, generations().list()]).toEqual(['removed 1\n', [2]]);
    expect((await relais('generations', 'prune')).stdout).toContain('nothing to remove');
  });

  it.each([
    [['activate', '9'], 2, 'no generation «9»: there are 1, 2'],
    [['activate'], 2, 'activate takes one generation'],
    [['diff'], 2, 'diff takes one generation or two'],
    [['diff', '1', '7'], 2, 'no generation «7»'],
    [['prune', '--keep', 'all'], 2, '--keep takes a whole number'],
    [['sing'], 2, 'relais generations knows diff, activate and prune'],
  ])('%j is wrong use, in one line', async (words, ends, said) => {
    const { code, stderr } = await relais('generations', ...words);
    expect([code, stderr.trim().split('\n').length]).toEqual([ends, 1]);
    expect(stderr).toContain(said);
  });

  it('says in one line that one is damaged, of another format, or of other code, and changes nothing', async () => {
    writeFileSync(generations().fileOf(1), 'x'.repeat(10_000));
    const listed = await relais('generations');
    expect([listed.code, listed.stdout]).toEqual([
      0,
      expect.stringContaining('     1  damaged (file is not a database): it holds nothing that the log does not'),
    ]);
    const diff = await relais('generations', 'diff', '1');
    expect([diff.code, diff.stderr]).toEqual([
      1,
      'generation 1 is damaged (file is not a database): it holds nothing that the log does not; make another with relais replay\n',
    ]);
    const back = await relais('generations', 'activate', '1');
    expect([back.code, back.stderr]).toEqual([
      1,
      'generation 1 cannot be shown: its file is damaged; nothing was changed\n',
    ]);
    await hub.get(Projector).replay();
    const database = new DatabaseSync(generations().fileOf(2));
    database.exec('UPDATE generation SET format = 99');
    database.close();
    const other = await relais('generations', 'diff', '2');
    expect([other.code, other.stderr]).toEqual([
      1,
      expect.stringMatching(/^generation 2 cannot be read by this code: its format is 99, not \d+\n$/),
    ]);
    expect((await relais('generations', 'activate', '2')).stderr).toContain(
      'it was made by other code: its format is 99',
    );
    expect(generations().current()).toBe(3);
  });
});

describe('relais generations, where no hub runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-generations-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('goes back by itself, and says nothing where there are none', async () => {
    await hub.stop();
    const { code, stdout } = await relais('generations', 'activate', '1');
    expect([code, stdout]).toEqual([0, expect.stringContaining('generation 1 is shown now')]);
    expect(new Generations(join(hub.folder, 'read-models')).current()).toBe(1);
    mkdirSync(join(folder, 'empty'));
    const none = await Spawned.start('cli', { RELAIS_DATA: join(folder, 'empty') }, 'generations').ended;
    expect([none.code, none.stdout]).toEqual([0, '']);
  });
});
