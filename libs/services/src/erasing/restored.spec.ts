import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outbox, type HubUnderTest } from '../testing/index.js';
import type { Certificate } from './certificate.js';
import {
  alice,
  bob,
  canBeRead,
  copyOf,
  folderOfAliceAndBob,
  hubOver,
  relais,
  removed,
  wishesOf,
} from './testing/alice.js';
import { tracesOf } from './testing/traces.js';

/** A month later, when another issue is due. */
const nextMonth = { RELAIS_NOW: '2026-12-20T09:00:00Z' };

let backup: string;
let folder: string;
let hub: HubUnderTest | undefined;
/** A backup of before, and a folder in which Alice was erased after it. */
beforeAll(async () => {
  backup = await folderOfAliceAndBob();
  const erased = copyOf(backup);
  const { code } = await relais(erased, ['erase', '--address', '-'], alice);
  expect(code).toBe(0);
  folder = erased;
});
afterEach(async () => {
  await hub?.stop();
  hub = undefined;
});
afterAll(() => removed(backup, folder));

/** The folder with these files of the backup put back over it, while it is stopped. */
const restored = (...names: readonly string[]): string => {
  const copy = copyOf(folder);
  for (const name of names) {
    for (const end of ['', '-wal', '-shm']) rmSync(join(copy, `${name}${end}`), { recursive: true, force: true });
    cpSync(join(backup, name), join(copy, name), { recursive: true });
  }
  rmSync(join(copy, 'read-models'), { recursive: true });
  return copy;
};
const certificateOf = (data: string, person: string): Certificate =>
  JSON.parse(readFileSync(join(data, 'erasures', `${person}.json`), 'utf8')) as Certificate;
const receivers = async (data: string): Promise<(string | undefined)[]> =>
  (await outbox(data)).map(({ to }) => to?.[0]?.address);

describe('a person who was erased, and whom an old backup brings back', () => {
  it('is erased again before anything is sent: no key, no subscription, no letter', async () => {
    const data = restored('log.db', 'keys.db');
    hub = await hubOver(data, nextMonth);
    await hub.recorded('digest.completed', 3);
    const wishes = await wishesOf(hub, alice);
    expect(wishes).toHaveLength(2);
    for (const wish of wishes) {
      expect(await canBeRead(hub, wish)).toBe(false);
      const [said] = certificateOf(data, wish.person).again ?? [];
      expect(said).toMatchObject({ destroyed: { keys: 1, subscriptions: 1, letters: 0 }, at: nextMonth.RELAIS_NOW });
    }
    const [first] = await hub.events('person.erased');
    const after = (await hub.events()).filter(({ position }) => position > (first?.position ?? 0n));
    expect(after.filter(({ type }) => type === 'subscription.ended')).toHaveLength(2);
    expect(await receivers(data)).toEqual([bob, bob, bob]);
    await hub.stop();
    expect(tracesOf(alice, data)).toEqual([]);
    removed(data);
  });

  it('is erased again once: the next start finds nothing', async () => {
    const data = restored('log.db', 'keys.db');
    hub = await hubOver(data);
    const [wish] = await wishesOf(hub, alice);
    await hub.stop();
    const before = certificateOf(data, wish?.person ?? '');
    expect(before.again).toHaveLength(1);
    hub = await hubOver(data);
    expect(certificateOf(data, wish?.person ?? '')).toEqual(before);
    expect(await hub.events('person.erased')).toHaveLength(2);
    await hub.stop();
    removed(data);
  });

  it('is in no letter that came back with the outbox', async () => {
    const data = restored('log.db', 'keys.db', 'outbox');
    expect(tracesOf(alice, data)).toHaveLength(4);
    hub = await hubOver(data);
    expect(tracesOf(alice, data)).toEqual([]);
    await hub.stop();
    removed(data);
  });

  it('has no key where only the keys came back, and the certificates are lost: the log says it, and makes them anew', async () => {
    const data = restored('keys.db');
    rmSync(join(data, 'erasures'), { recursive: true });
    hub = await hubOver(data);
    for (const wish of await wishesOf(hub, alice)) {
      expect(await canBeRead(hub, wish)).toBe(false);
      expect(certificateOf(data, wish.person).done).toBeDefined();
    }
    await hub.stop();
    removed(data);
  });

  it('is erased again by a digest that the command line sends where no hub runs', async () => {
    const data = restored('log.db', 'keys.db');
    const { code } = await relais(data, ['digest', '--list', 'info-lille']);
    expect(code).toBe(0);
    expect(tracesOf(alice, data)).toEqual([]);
    expect(certificateOf(data, (await personsIn(data))[0] ?? '').again).toHaveLength(1);
    removed(data);
  });
});

const personsIn = async (data: string): Promise<string[]> => {
  const running = await hubOver(data);
  const persons = (await wishesOf(running, alice)).map(({ person }) => person);
  await running.stop();
  return persons;
};

describe('a certificate that cannot be read', () => {
  it.each(['', '{"certificate":"relais-erasure","version":2}', 'null', '{"certificate":"relais-er'])(
    'keeps the hub from starting, with one line that says which and what to do: %j',
    async (text) => {
      const data = restored('log.db', 'keys.db');
      mkdirSync(join(data, 'erasures'), { recursive: true });
      writeFileSync(join(data, 'erasures', 'somebody.json'), text);
      const starting = hubOver(data, nextMonth);
      await expect(starting).rejects.toThrow(
        `${join(data, 'erasures', 'somebody.json')} is no certificate of an erasure that this version can read: nothing was changed`,
      );
      expect(await receivers(data)).toEqual([bob, bob]);
      removed(data);
    },
  );
});
