import assert from 'node:assert/strict';
import { crawl, differences } from '../crawl.ts';
import { outboxOf } from '../letters.ts';
import { digest } from '../main-run.ts';
import type { Point } from '../point.ts';
import { lastJson, Room, today } from '../room.ts';
import { subscribe } from '../subscribers.ts';

type Replayed = Readonly<{ generation: number; changed: boolean }>;

export const replay: Point = {
  name: 'replay',
  claims: 'a replay beside the running hub leaves every page, feed and calendar byte for byte, and sends nothing',
  show: () =>
    Room.with(today, async (room) => {
      await room.hub();
      const post = () => outboxOf(room.data);
      await subscribe(room.site, post, ['alice@exemple.test', 'bruno@exemple.test']);
      assert.equal((await digest(room)).letters, 2);
      const state = async () => [
        await room.relais('events'),
        (await post()).map((letter) => letter.header('Message-ID')),
      ];
      const [shown, before] = [await crawl(room.site), await state()];
      const { generation, changed } = lastJson<Replayed>(await room.npmRunRelais('replay', '--json'));
      assert.deepEqual({ generation, changed }, { generation: 2, changed: false });
      const after = await crawl(room.site);
      assert.deepEqual(differences(shown, after), [], 'shown otherwise after the replay');
      assert.deepEqual(await state(), before, 'the log and the outbox');
      return {
        seen: `${shown.size} pages, feeds and calendars have the same hashes in generation 2; no event and no letter came`,
      };
    }),
};
