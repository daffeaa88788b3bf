import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EventStore } from '@relais/event-store';
import { Generations } from '@relais/read-models';
import { HubUnderTest, oneAssembly, Spawned, type Ended } from '../../testing/index.js';

let hub: HubUnderTest;

const relais = (...words: string[]): Promise<Ended> =>
  Spawned.start('cli', { RELAIS_DATA: hub.folder, RELAIS_CONFIG: join(hub.folder, 'relais.yaml') }, ...words).ended;

const shown = (): number | undefined => new Generations(join(hub.folder, 'read-models')).current();

beforeEach(async () => {
  hub = await HubUnderTest.start({ configuration: oneAssembly() });
  const basis = { source: 's', item: 'a' };
  const data = { gathering: 'a', assembly: 'lille', title: 'Café', basis };
  await hub.get(EventStore).append('gathering-a', [{ type: 'gathering.recognised', data }], 'any');
  await hub.shown();
  // As other code might have made it.
  const database = new DatabaseSync(hub.get(Generations).fileOf(1));
  database.exec("UPDATE rows_agenda SET row = json_set(row, '$.title', 'Thé')");
  database.close();
});
afterEach(() => hub.end());

const told = '  ~ agenda a (lille)\n    title: «Thé» → «Café»\n';

describe('a replay whose differences are asked for', () => {
  it('says them and shows nothing else, as a dry run', async () => {
    const { code, stdout } = await relais('replay', '--dry-run', '--diff');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^both at position \d+; \d+ and \d+ rows$/m);
    expect(stdout).toMatch(/^agenda +lille +0 +0 +1$/m);
    expect(stdout).toContain(told);
    expect([shown(), await hub.text('/agenda?depuis=2000-01-01')]).toEqual([1, expect.stringContaining('Thé')]);
  });

  it('says them before it shows the rows', async () => {
    const { code, stdout } = await relais('replay', '--diff');
    expect([code, shown()]).toEqual([0, 2]);
    expect(stdout.indexOf(told)).toBeGreaterThan(0);
    expect(stdout.indexOf(told)).toBeLessThan(stdout.indexOf('shown now'));
    expect(await hub.text('/agenda?depuis=2000-01-01')).toContain('Café');
    expect((await relais('replay', '--diff')).stdout).toContain('no row differs');
  });

  it('keeps what was built aside, to be compared, shown and gone back from', async () => {
    const { stdout } = await relais('replay', '--aside', '--diff');
    expect([stdout.includes(told), shown()]).toEqual([true, 1]);
    expect((await relais('generations', 'diff', '1', '2')).stdout).toContain(told);
    expect((await relais('generations', 'activate', '2')).code).toBe(0);
    expect(await hub.text('/agenda?depuis=2000-01-01')).toContain('Café');
  });

  it('tells programs each as a line, what they come to, and then what became of the replay', async () => {
    const { stdout } = await relais('replay', '--dry-run', '--diff', '--json');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter((line) => !Object.hasOwn(line, 'progress'));
    expect(lines).toEqual([
      { difference: expect.objectContaining({ projection: 'agenda', key: 'a', city: 'lille' }) as unknown },
      { diff: expect.objectContaining({ counts: [expect.objectContaining({ changed: 1 })] }) as unknown },
      expect.objectContaining({ changed: true, shown: false }),
    ]);
    expect(lines.at(-1)).not.toHaveProperty('diff');
  });

  it('does the same where no hub runs', async () => {
    await hub.stop();
    const { code, stdout } = await relais('replay', '--diff', '--limit', '0');
    expect([code, shown(), stdout.includes(told)]).toEqual([0, 2, false]);
    expect(stdout).toMatch(/^agenda +lille +0 +0 +1$/m);
  });
});
