import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, Spawned, type HubUnderTest } from '../testing/index.js';
import type { Certificate } from './certificate.js';
import type { Step } from './destruction.js';
import {
  alice,
  canBeRead,
  copyOf,
  folderOfAliceAndBob,
  hubOver,
  now,
  relais,
  removed,
  wishesOf,
} from './testing/alice.js';
import { tracesOf } from './testing/traces.js';

const script = join(repository, 'libs/services/dist/erasing/testing/erased-and-killed.js');

let made: string;
let folder: string;
let wishes: Awaited<ReturnType<typeof wishesOf>>;
beforeAll(async () => {
  made = await folderOfAliceAndBob();
  const hub = await hubOver(made);
  wishes = await wishesOf(hub, alice);
  await hub.stop();
});
beforeEach(() => {
  folder = copyOf(made);
});
afterEach(async () => {
  await Spawned.stopAll();
  removed(folder);
});
afterAll(() => removed(made));

const killedAfter = async (step: Step): Promise<void> => {
  const env = {
    ...{ PATH: process.env['PATH'], RELAIS_DATA: folder, RELAIS_CONFIG: join(repository, 'relais.yaml') },
    RELAIS_NOW: now,
  };
  const child = spawn(process.execPath, ['--no-warnings', script, wishes[0]?.person ?? '', step], {
    ...{ cwd: repository, env, stdio: ['ignore', 'ignore', 'inherit'] },
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
};

/** All that makes somebody forgotten, in a hub that runs. */
const expectForgotten = async (hub: HubUnderTest): Promise<void> => {
  expect(tracesOf(alice, folder)).toEqual([]);
  for (const wish of wishes) {
    expect(await canBeRead(hub, wish)).toBe(false);
    const text = readFileSync(join(folder, 'erasures', `${wish.person}.json`), 'utf8');
    const { destroyed, done, again } = JSON.parse(text) as Certificate;
    expect(destroyed).toEqual({ keys: 1, subscriptions: 1, letters: 2 });
    expect([done, again]).toEqual([now, undefined]);
  }
  expect(await hub.events('person.erased')).toHaveLength(2);
  const ended = await hub.events('subscription.ended');
  expect(ended.map(({ data }) => (data as { reason: string }).reason)).toEqual(['erased', 'erased']);
};

describe.each(['begun', 'recorded', 'ended', 'keys-destroyed', 'letters-forgotten', 'certified'] as const)(
  'an erasure that is killed once it is %s',
  (step) => {
    it('is finished by the next start of the hub', async () => {
      await killedAfter(step);
      const hub = await hubOver(folder);
      await expectForgotten(hub).finally(() => hub.stop());
    });

    it('is finished by being done again', async () => {
      await killedAfter(step);
      const { code, stderr } = await relais(folder, ['erase', '--address', '-'], alice);
      expect([code, stderr]).toEqual([0, '']);
      expect(tracesOf(alice, folder)).toEqual([]);
      const hub = await hubOver(folder);
      await expectForgotten(hub).finally(() => hub.stop());
    });
  },
);
