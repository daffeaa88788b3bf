import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { OutboxMailer } from './mailer/outbox-mailer.js';
import { freely, letterOf } from './testing/mailer.conformance.js';

const repository = join(import.meta.dirname, '..', '..', '..');
const library = JSON.stringify(join(repository, 'libs/transport/dist/index.js'));

/** A process of its own that runs this with the library, as it is deployed. */
const running = (code: string): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--input-type=module', '--eval', `import * as transport from ${library};\n${code}`]);

/** What a process says until it ends by itself: the lines of its output, what went wrong, and its exit code. */
const saidBy = async (child: ChildProcessWithoutNullStreams) => {
  const [out, err]: [string[], string[]] = [[], []];
  createInterface(child.stdout).on('line', (line) => out.push(line));
  createInterface(child.stderr).on('line', (line) => err.push(line));
  const [code] = (await once(child, 'close')) as [number | null];
  return { out, err, code };
};

describe('processes of their own', () => {
  let folder: string;
  beforeAll(() => {
    const compiler = join(repository, 'node_modules/typescript/bin/tsc');
    expect(spawnSync(process.execPath, [compiler, '-b', 'libs/transport'], { cwd: repository }).status).toBe(0);
  }, 60_000);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'relais-processes-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('that start at once agree on one master key', async () => {
    const files = JSON.stringify({ keyFile: join(folder, 'keys', 'master.key'), database: join(folder, 'keys.db') });
    const children = Array.from({ length: 6 }, () =>
      running(`
        console.log('ready');
        process.stdin.once('data', async () => {
          const ring = transport.KeyRing.open(${files});
          const sealed = await ring.seal('person-alice', 'alice');
          console.log(ring.token('leave', 'x'), await ring.open('person-alice', sealed));
          await ring.close();
          process.exit();
        });`),
    );
    await Promise.all(children.map((child) => once(child.stdout, 'data')));
    const said = children.map(saidBy);
    for (const child of children) child.stdin.write('go\n');
    const answers = await Promise.all(said);
    expect(answers.map(({ code, err }) => ({ code, err }))).toEqual(children.map(() => ({ code: 0, err: [] })));
    expect(new Set(answers.map(({ out }) => out.at(-1))).size).toBe(1);
    expect(answers[0]?.out.at(-1)).toMatch(/ alice$/);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['master.key']);
  });

  it.each([1, 10, 25, 40])(
    'killed after %d letters leave whole ones in the outbox, and all they told of',
    async (count) => {
      const [outbox, again] = [join(folder, 'outbox'), join(folder, 'again')];
      const letter = letterOf({ text: 'Une ligne de la lettre.\n'.repeat(500) });
      const child = running(`
      const mailer = new transport.OutboxMailer(${JSON.stringify(outbox)});
      const letter = ${JSON.stringify(letter)};
      let next = 0;
      const hand = async () => {
        for (let n = next++; ; n = next++) {
          await mailer.send({ ...letter, messageId: '<' + n + '@relais.test>' }, async () => true);
          console.log(n);
        }
      };
      for (let hands = 0; hands < 8; hands++) void hand();`);
      const told: number[] = [];
      for await (const line of createInterface(child.stdout)) {
        told.push(Number(line));
        if (told.length === count) child.kill('SIGKILL');
      }
      const left = readdirSync(outbox).filter((name) => name.endsWith('.eml'));
      const fresh = new OutboxMailer(again);
      const whole = new Map<string, Buffer>();
      for (let n = 0; n <= Math.max(...told) + 16; n++) {
        const before = new Set(whole.keys());
        await fresh.send({ ...letter, messageId: `<${n}@relais.test>` }, freely);
        const name = readdirSync(again).find((one) => !before.has(one)) ?? '';
        whole.set(name, readFileSync(join(again, name)));
        if (told.includes(n)) expect(left).toContain(name);
      }
      const broken = left.filter((name) => !whole.get(name)?.equals(readFileSync(join(outbox, name))));
      expect(broken).toEqual([]);
    },
  );

  it('are not kept alive by alarms, and set no timer that is too long for Node.js', async () => {
    const child = running(`
      const queue = new transport.EmbeddedQueue();
      await queue.onRing('digest', async () => console.log('rang'));
      await queue.set({ kind: 'digest', id: 'far', at: new Date(Date.now() + 90 * 86_400_000).toISOString() });
      await queue.set({ kind: 'digest', id: 'soon', at: new Date(Date.now() + 60_000).toISOString() });
      process.on('exit', () => console.log('ended'));`);
    expect(await saidBy(child)).toEqual({ out: ['ended'], err: [], code: 0 });
  });
});
