import assert from 'node:assert/strict';
import { collectsNothing } from '../main-run.ts';
import type { Point } from '../point.ts';
import { Room, today } from '../room.ts';

export const again: Point = {
  name: 'again',
  claims: 'collecting everything again records nothing',
  show: () =>
    Room.with(today, async (room) => {
      const hub = await room.hub();
      const before = [await room.events(), await room.relais('events')] as const;
      const sources = await collectsNothing(room.npmRunRelais('collect', '--json'));
      await collectsNothing(room.relais('collect', '--json'));
      await hub.stop();
      await collectsNothing(room.relais('collect', '--json'));
      const restarted = await room.hub();
      await restarted.stop();
      assert.deepEqual([await room.events(), await room.relais('events')], before);
      return {
        seen: `${before[0]} events of ${sources} sources; collected twice beside the hub, once without it and once by a restart: 0 more, and the log the same byte for byte`,
      };
    }),
};
