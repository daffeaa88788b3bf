import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Point } from '../point.ts';
import { repository } from '../repository.ts';
import { Room } from '../room.ts';

export const fresh: Point = {
  name: 'fresh',
  claims: 'a fresh clone runs by npm ci && npm start',
  onlyNamed: true,
  show: () =>
    Room.with({}, async (room) => {
      const clone = join(room.folder, 'clone');
      const step = async (...command: readonly [string, ...string[]]): Promise<number> => {
        const from = performance.now();
        const { code, stderr } = await room.run(command, {}, { folder: command[0] === 'git' ? room.folder : clone })
          .ended;
        assert.equal(code, 0, `${command.join(' ')}: ${stderr.trim()}`);
        return Math.round((performance.now() - from) / 1_000);
      };
      await step('git', 'clone', '--quiet', '--no-hardlinks', repository, clone);
      const installed = await step('npm', 'ci');
      const from = performance.now();
      // Its own data folder and its own configuration: nothing is set but the port.
      await room.run(['npm', 'start'], { RELAIS_DATA: '' }, { folder: clone }).ready();
      const ready = Math.round((performance.now() - from) / 1_000);
      assert.match(await room.site.text('/'), /Relais.*Lille/s);
      return {
        seen: `npm ci took ${installed} s, npm start built it and was ready after ${ready} s, and / shows Lille`,
      };
    }),
};
