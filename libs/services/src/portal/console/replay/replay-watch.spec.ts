import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@relais/configuration';
import type { ProjectorSeen } from '@relais/web/console';
import { ControlServer } from '../../../control/control-server.js';
import { oneAssembly } from '../../../testing/index.js';
import { deploy } from '../../../wiring/deploy.js';
import { ProjectorLine } from './projector-line.js';
import { ReplayWatch } from './replay-watch.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-watch-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a projector says, in its own time; how many listen. */
class Projects {
  server: ControlServer | undefined;
  listening = 0;
  begun = 0;
  readonly #say = new Set<(said: ProjectorSeen) => void>();

  async start(path: string): Promise<void> {
    this.server = await ControlServer.listen(path, {
      watch: async (_, say, gone) => {
        [this.listening, this.begun] = [this.listening + 1, this.begun + 1];
        this.#say.add(say);
        say({});
        await new Promise((resolve) => gone.addEventListener('abort', resolve, { once: true }));
        this.#say.delete(say);
        this.listening--;
      },
    });
  }

  say(said: ProjectorSeen): void {
    for (const say of this.#say) say(said);
  }
}

/** Somebody who looks, and all that they were told. */
class Looking {
  readonly told: ProjectorSeen[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly tell = (projector: ProjectorSeen): void => {
    this.told.push(projector);
    for (const go of this.#waiting.splice(0)) go();
  };
  readonly end = (): void => undefined;

  async until(isIt: (projector: ProjectorSeen | undefined) => boolean): Promise<void> {
    while (!isIt(this.told.at(-1))) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

describe('the watch over replays', () => {
  let watch: ReplayWatch;
  let projects: Projects;
  let path: string;
  beforeEach(async () => {
    const file = join(folder, 'relais.yaml');
    writeFileSync(file, oneAssembly());
    const line = new ProjectorLine(deploy(readSettings({ RELAIS_DATA: folder, RELAIS_CONFIG: file })));
    [watch, projects, path] = [new ReplayWatch(line), new Projects(), line.path];
  });
  afterEach(async () => {
    watch.beforeApplicationShutdown();
    await projects.server?.close();
  });
  const isThere = (projector: ProjectorSeen | undefined): boolean => projector !== undefined && projector !== 'nobody';
  const isNobody = (projector: ProjectorSeen | undefined): boolean => projector === 'nobody';

  it('listens once for however many look, tells who comes later at once, and listens no more when all have left', async () => {
    await projects.start(path);
    const [one, other] = [new Looking(), new Looking()];
    const left = watch.join(one);
    await one.until(isThere);
    const alsoLeft = watch.join(other);
    expect(other.told).toEqual([{}]);
    projects.say({ ended: { ended: 'now', failure: { kind: 'Cancelled', message: '' } } });
    await Promise.all([one, other].map((each) => each.until((said) => said !== 'nobody' && said?.ended !== undefined)));
    expect(projects.begun).toBe(1);
    left();
    alsoLeft();
    while (projects.listening > 0) await new Promise((resolve) => setImmediate(resolve));
    expect([watch.viewers, watch.isWatching]).toEqual([0, false]);
  });

  it('says that nobody projects, when one stops too, and finds the next by itself', async () => {
    const one = new Looking();
    watch.join(one);
    await one.until(isNobody);
    await projects.start(path);
    await one.until(isThere);
    await projects.server?.close();
    await one.until(isNobody);
    await projects.start(path);
    await one.until(isThere);
  });

  it('looks at once for one that was not there, where somebody new asks', async () => {
    const one = new Looking();
    watch.join(one);
    await one.until(isNobody);
    await projects.start(path);
    expect(await watch.now()).toEqual({});
  });

  it('says nothing of a projector of another version, which cannot be watched', async () => {
    projects.server = await ControlServer.listen(path, {});
    expect(await watch.now()).toBe('nobody');
  });
});
