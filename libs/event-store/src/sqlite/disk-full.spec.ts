import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SqliteEventStore } from './sqlite-event-store.js';
import { verifyLog } from './verify-log.js';

const built = join(import.meta.dirname, '..', '..', 'dist', 'index.js');
const folder = mkdtempSync(join(tmpdir(), 'relais-full-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the log's files may grow to, in bytes: less than its journal holds before it is written back. */
const room = 3_000_000;

/**
 * Appends two at a time until one fails, and tells of each what came of it; told to go on, it appends three more with the
 * same store. Node ignores SIGXFSZ, so that what does not fit is an error and no end of the process.
 */
const program = (file: string): string => `
  import { once } from 'node:events';
  import { SqliteEventStore } from ${JSON.stringify(built)};
  const store = SqliteEventStore.open(${JSON.stringify(file)});
  const text = 'x'.repeat(20_000);
  const tell = (line) => process.stdout.write(JSON.stringify(line) + '\\n');
  let failed = false;
  const append = (n) => store.append('s' + n % 2, [{ type: 'test.happened', data: { n, text } }], 'any').then(
    () => tell({ acknowledged: n }),
    ({ name, message }) => { failed = true; tell({ refused: n, name, message }); },
  );
  let n = 0;
  while (!failed) await Promise.all([append(++n), append(++n)]);
  tell({ full: true });
  await once(process.stdin, 'data');
  for (let more = 0; more < 3; more++) await append(++n);
  await store.close();
  process.exit();
`;

type Told = Readonly<{ acknowledged?: number; refused?: number; name?: string; message?: string; full?: true }>;

/** A process whose files may take so much room, and no more. */
class Confined {
  readonly told: Told[] = [];
  readonly #child;
  readonly #lines;
  readonly #ended;

  constructor(file: string) {
    const words = ['--input-type=module', '--eval', program(file)];
    // The soft limit only: that one may be raised again by whoever owns the process.
    this.#child = spawn('prlimit', [`--fsize=${room}:`, process.execPath, ...words], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#ended = once(this.#child, 'close');
    this.#lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
  }

  async untilFull(): Promise<void> {
    for (let line = await this.#lines.next(); !line.done; line = await this.#lines.next()) {
      const told = JSON.parse(line.value) as Told;
      if (told.full) return;
      this.told.push(told);
    }
    throw new Error('it ended before its log was full');
  }

  makeRoom(): void {
    const raised = spawnSync('prlimit', ['--pid', String(this.#child.pid), '--fsize=unlimited:'], { encoding: 'utf8' });
    expect([raised.status, raised.stderr]).toEqual([0, '']);
  }

  async goOn(): Promise<number | null> {
    this.#child.stdin.write('go on\n');
    for (let line = await this.#lines.next(); !line.done; line = await this.#lines.next())
      this.told.push(JSON.parse(line.value) as Told);
    await this.#ended;
    return this.#child.exitCode;
  }

  /** Without another word. */
  async end(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  get acknowledged(): number[] {
    return this.told.flatMap(({ acknowledged = [] }) => acknowledged);
  }
}

const numbersIn = async (store: SqliteEventStore): Promise<number[]> => {
  const seen: number[] = [];
  for await (const page of store.readAll()) seen.push(...page.map(({ data }) => (data as { n: number }).n));
  return seen;
};
const expectWhole = async (file: string, numbers: readonly number[]): Promise<void> => {
  const { problems, events } = verifyLog(file, () => true);
  expect([problems, events]).toEqual([[], numbers.length]);
  const store = SqliteEventStore.open(file, { readOnly: true });
  expect(await numbersIn(store)).toEqual(numbers);
  await store.close();
};

const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0;
const isRequired = (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes('prlimit');
const describeConfined = hasPrlimit || isRequired ? describe : describe.skip;

describeConfined(`a log that may not grow any more${hasPrlimit ? '' : ' (needs prlimit)'}`, () => {
  it('refuses what does not fit and says what to do, keeps what it acknowledged, and goes on once there is room', async () => {
    const file = join(folder, 'room-made.db');
    const writer = new Confined(file);
    await writer.untilFull();
    const before = writer.acknowledged;
    expect(before.length).toBeGreaterThan(20);
    const refused = writer.told.filter((told) => told.refused !== undefined);
    expect(refused.length).toBeGreaterThan(0);
    for (const { name, message } of refused) {
      expect(name).toBe('LogUnavailable');
      expect(message).toContain(`the log ${file} takes nothing more`);
      expect(message).toMatch(/may grow no larger: look at .*ulimit -f.*goes on once it can be written/);
    }
    await expectWhole(file, before);
    writer.makeRoom();
    expect(await writer.goOn()).toBe(0);
    expect(writer.acknowledged).toHaveLength(before.length + 3);
    await expectWhole(file, writer.acknowledged);
  });

  it('is gone on with by another process, whatever became of the one that failed', async () => {
    const file = join(folder, 'another-process.db');
    const writer = new Confined(file);
    await writer.untilFull();
    await writer.end();
    await expectWhole(file, writer.acknowledged);
    const store = SqliteEventStore.open(file);
    await store.append('after', [{ type: 'test.happened', data: { n: 0 } }], 'no stream');
    await store.close();
    await expectWhole(file, [...writer.acknowledged, 0]);
  });
});
