import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { repository } from '../repository.ts';
import { freePort, Room } from '../room.ts';
import { refused } from './refused.ts';

export const takenPort = (): Promise<readonly string[]> =>
  Room.with({}, async (room) => {
    const port = Number(room.environment['PORT']);
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    try {
      return [
        `a taken port: exit 1, «${await refused(room.service('hub'), 1, new RegExp(`port ${port} .* is taken`))}»`,
      ];
    } finally {
      other.close();
    }
  });

/** Root may write everywhere: it asks somebody who may not, where that somebody can read the programs. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const canAskNobody = (): boolean =>
  isRoot &&
  spawnSync(process.execPath, [join(repository, 'apps', 'cli', 'dist', 'index.js'), '--help'], {
    ...{ uid: nobody, gid: nobody, cwd: repository, stdio: 'ignore' },
  }).status === 0;

export const readOnlyData = (): Promise<readonly string[]> =>
  Room.with({}, async (room) => {
    if (isRoot && !canAskNobody()) {
      const words = await refused(room.service('hub', { RELAIS_DATA: '/sys/relais' }), 1, /\/sys\/relais/);
      return [`a data folder where nothing can be written: exit 1, «${words}»`];
    }
    const user = isRoot ? nobody : undefined;
    chmodSync(room.folder, 0o755);
    mkdirSync(room.data);
    chmodSync(room.data, 0o555);
    const empty = await refused(room.service('hub', {}, user), 1, new RegExp(room.data));
    chmodSync(room.data, 0o755);
    await (await room.hub()).stop();
    for (const folder of [join(room.data, 'run'), room.data]) chmodSync(folder, 0o555);
    const used = await refused(room.service('hub', {}, user), 1, new RegExp(room.data));
    chmodSync(room.data, 0o755);
    return [`a read-only data folder: exit 1, «${empty}»`, `one that was used before: exit 1, «${used}»`];
  });

export const newerData = (): Promise<readonly string[]> =>
  Room.with({}, async (room) => {
    await (await room.hub()).stop();
    const log = new DatabaseSync(join(room.data, 'log.db'));
    log.exec('UPDATE log SET schema = 99');
    log.close();
    return [`data of a newer version: exit 1, «${await refused(room.service('hub'), 1, /written by a newer Relais/)}»`];
  });

export const twoHubs = (): Promise<readonly string[]> =>
  Room.with({}, async (room) => {
    await room.hub();
    const second = room.service('hub', { PORT: String(await freePort()) });
    const words = await refused(second, 1, /another Relais \(process \d+\)/);
    await room.site.text('/');
    return [`a second hub on one data folder: exit 1, «${words}»; the first goes on`];
  });
