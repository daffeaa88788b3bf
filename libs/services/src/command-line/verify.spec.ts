import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EventStore } from '@relais/event-store';
import { HubUnderTest, oneAssembly, Spawned, type Ended } from '../testing/index.js';

const now = '2026-11-25T09:00:00Z';
const happened = { type: 'ruling.revoked', data: { ruling: 'r', by: 'secretariat' } };

describe('relais verify', () => {
  let hub: HubUnderTest;
  let kept: string;
  let key: string;
  /** Two checkpoints, and then some; what was published is kept in a file. */
  beforeEach(async () => {
    hub = await HubUnderTest.start({ configuration: oneAssembly(), environment: { RELAIS_NOW: now } });
    for (let round = 1; round <= 2; round++) {
      await hub.get(EventStore).append('much', Array(1_000).fill(happened), 'any');
      await hub.recorded('log.checkpointed', round);
    }
    kept = join(hub.folder, 'kept.txt');
    writeFileSync(kept, await hub.text('/journal/points.txt'));
    key = /[\w.:]+\/journal\+[0-9a-f]{8}\+[\w/+=]+/.exec(await hub.text('/journal'))?.[0] ?? '';
  });
  afterEach(() => hub.end());

  const relais = (verb: string, words: readonly string[] = [], more: Record<string, string> = {}): Promise<Ended> => {
    const environment = { RELAIS_DATA: hub.folder, RELAIS_CONFIG: join(hub.folder, 'relais.yaml'), RELAIS_NOW: now };
    return Spawned.start('cli', { ...environment, PUBLIC_URL: hub.url, ...more }, verb, ...words).ended;
  };
  const tamper = async (sql: string): Promise<void> => {
    await hub.stop();
    const database = new DatabaseSync(join(hub.folder, 'log.db'));
    database.exec(`DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_removed; ${sql}`);
    database.close();
  };
  const lines = (text: string): string[] => text.trim().split('\n');

  it('finds the log whole beside the running hub, and says by which key and how many checkpoints', async () => {
    const { code, stdout } = await relais('verify', ['--checkpoints', kept]);
    expect(stdout).toContain('checkpoints  2 in the log, 2 kept in');
    expect(stdout).toContain('the chain comes to 4 of them');
    expect(stdout).toContain(`key          ${new URL(hub.url).host}/journal (${key.split('+')[1]})`);
    expect(stdout).toContain('is whole');
    expect(code).toBe(0);
  });

  it('takes what is kept from an address, and the key from the command line', async () => {
    const published = ['--checkpoints', `${hub.url}/journal/points.txt`, '--key', key];
    const { code, stdout } = await relais('verify', [...published, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, key, checkpoints: { recorded: 2, kept: 2, agreed: 4 } });
    expect(code).toBe(0);
  });

  it('says the first fault: where, what, and between which checkpoints', async () => {
    await tamper("UPDATE event SET metadata = '{}', at = '2026-11-24T09:00:00Z' WHERE position = 1500");
    const { code, stdout } = await relais('verify');
    expect(stdout).toContain(
      '! position 1500: it is not as it was recorded (in the interval from position 1003 to 2003)',
    );
    expect(stdout).toContain('first fault  altered, at position 1500, in the interval from position 1003 to 2003');
    expect(code).toBe(1);
    expect((await relais('status')).stdout).toContain('journal      fixed up to position 2003');
  });

  it('finds a tail that was cut off, checkpoints and all, by what somebody kept', async () => {
    await tamper(`DELETE FROM event WHERE position > 1500;
      UPDATE stream SET version = (SELECT count(*) FROM event WHERE event.stream = stream.id)`);
    expect((await relais('verify')).code).toBe(0);
    const { code, stdout } = await relais('verify', ['--checkpoints', kept]);
    expect(stdout).toContain(
      '! position 1501: the log ends before it: it holds 1500 events, and a checkpoint fixes 2003',
    );
    expect(code).toBe(1);
  });

  it.each([
    [
      'was altered',
      `UPDATE event SET data = replace(data, '"size":2003', '"size":2002') WHERE position = 2004`,
      'this checkpoint says another thing than its note',
    ],
    [
      'was signed by another key',
      `UPDATE event SET data = (SELECT replace(event.data, substr(event.data, length(event.data) - 30, 10), 'AAAAAAAAAA')) WHERE position = 2004`,
      'not signed by the hub’s key',
    ],
    [
      'holds no note',
      `UPDATE event SET data = replace(data, '"note":"', '"note":"x') || '' WHERE 0; UPDATE event SET data = json_set(data, '$.note', 'none') WHERE position = 2004`,
      'this checkpoint’s note is none',
    ],
  ])('finds a checkpoint that %s, at its own place', async (_what, sql, what) => {
    await tamper(sql);
    const { code, stdout } = await relais('verify', ['--json']);
    const { problems, first } = JSON.parse(stdout) as { problems: { where: string; what: string }[]; first: unknown };
    expect(problems.map(({ where }) => where)).toEqual(['position 2004', 'position 2004']);
    expect(problems[1]?.what).toContain(what);
    expect(first).toMatchObject({ kind: 'altered', position: '2004' });
    expect(code).toBe(1);
  });

  it('says that a key does not fit the log, once and not for each checkpoint', async () => {
    const other = join(hub.folder, 'other.key');
    writeFileSync(other, Buffer.alloc(32, 7).toString('base64'));
    const { code, stdout } = await relais('verify', ['--json'], { RELAIS_KEY_FILE: other });
    const { problems } = JSON.parse(stdout) as { problems: { where: string; what: string }[] };
    expect(problems).toEqual([
      { where: other, what: expect.stringContaining('the key does not fit this log') as string },
    ]);
    expect(code).toBe(1);
    const doctor = await relais('doctor', [], { RELAIS_KEY_FILE: other });
    expect(doctor.stdout).toMatch(/BAD {2}journal: the log is not what was signed: checkpoint 2 .* not signed/);
  });

  it('checks the chain where there is no key at hand, and says that it checked no signature', async () => {
    const { code, stdout } = await relais('verify', [], { RELAIS_KEY_FILE: join(hub.folder, 'none.key') });
    expect(stdout).toContain('no signature was checked');
    expect(code).toBe(0);
  });

  it.each<[string, (file: string) => string[], number, string]>([
    ['a file that is not there', (file) => ['--checkpoints', `${file}.gone`], 1, 'cannot be read'],
    ['a folder', (file) => ['--checkpoints', join(file, '..')], 1, 'cannot be read'],
    ['an empty file', (file) => ['--checkpoints', (writeFileSync(file, ''), file)], 1, 'holds no checkpoint'],
    [
      'a file of something else',
      (file) => ['--checkpoints', (writeFileSync(file, 'hello\n'), file)],
      1,
      'that is no checkpoint',
    ],
    [
      'a note of another size than was signed',
      (file) => [
        '--checkpoints',
        (writeFileSync(file, readFileSync(file, 'utf8').replace('\n2003\n', '\n2004\n')), file),
      ],
      1,
      'at 2004 events is not signed by the key of this log',
    ],
    ['an address where nobody answers', () => ['--checkpoints', 'http://127.0.0.1:1/points.txt'], 1, 'cannot be read'],
    ['a key that is none', () => ['--key', 'relais'], 2, '--key: «relais» is no verifier key'],
  ])('says in one line what is wrong with %s', async (_what, wordsOf, expected, said) => {
    const { code, stderr, stdout } = await relais('verify', wordsOf(kept));
    expect([code, lines(stderr).length, stdout]).toEqual([expected, 1, '']);
    expect(stderr).toContain(said);
  });

  it('says in one line that a key file cannot be read', async () => {
    const folder = join(hub.folder, 'a-folder.key');
    mkdirSync(folder);
    for (const [file, said] of [
      [folder, 'cannot be read'],
      [kept, 'is not a master key'],
    ] as const) {
      const { code, stderr } = await relais('verify', [], { RELAIS_KEY_FILE: file });
      expect([code, lines(stderr).length]).toEqual([1, 1]);
      expect(stderr).toContain(said);
    }
  });
});
