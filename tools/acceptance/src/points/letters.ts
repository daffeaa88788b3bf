import assert from 'node:assert/strict';
import { eventsIn, whenThereAre } from '../event-log.ts';
import { isDigest, outboxOf } from '../letters.ts';
import { alice, digest, holding, mainRun } from '../main-run.ts';
import type { Point } from '../point.ts';
import { randomOf, seedOfToday, spreadOver } from '../random.ts';
import { Room, today } from '../room.ts';
import { subscribe } from '../subscribers.ts';
import { until } from '../until.ts';

const subscribers = 200;
const times = 20;
/** What a letter adds to the log: intended, handed over, accepted. */
const eventsOfALetter = 3;

/** An issue goes out to many, and the hub is killed again and again meanwhile. */
const interrupted = (seed: number): Promise<readonly string[]> =>
  Room.with(today, async (room) => {
    const random = randomOf(seed);
    const post = () => outboxOf(room.data);
    const people = Array.from({ length: subscribers }, (_, index) => `personne-${index}@exemple.test`);
    let hub = await room.hub();
    await subscribe(room.site, post, people);
    const from = (await eventsIn(room.data)).length + 1;
    const moments = spreadOver(from, from + subscribers * eventsOfALetter, times, random);
    // Its answer is lost with the hub.
    const asked = digest(room).catch(() => undefined);
    const found: number[] = [];
    for (const events of moments) {
      const ended = new AbortController();
      hub.ended.finally(() => ended.abort()).catch(() => undefined);
      await whenThereAre(events, room.data, ended.signal);
      await new Promise((resolve) => setTimeout(resolve, random() * 4));
      await hub.stop('SIGKILL');
      found.push((await post()).filter(isDigest).length);
      hub = await room.hub();
    }
    await asked;
    await until('the end of the issue', async () => (await eventsIn(room.data, 'digest.completed'))[0], 3);
    assert.equal((await digest(room)).outcome, 'already-sent');
    const letters = (await post()).filter(isDigest).map(({ to }) => to);
    assert.deepEqual(letters.sort(), people.toSorted(), 'one letter for each');
    const issue = await eventsIn(
      room.data,
      'letter.intended',
      'letter.accepted',
      'letter.unknown',
      'letter.handed-over',
    );
    const ofIssue = new Set(
      issue.flatMap(({ type, stream, data }) => (type === 'letter.intended' && 'issue' in data ? [stream] : [])),
    );
    const count = (type: string): number =>
      issue.filter((event) => event.type === type && ofIssue.has(event.stream)).length;
    assert.deepEqual(
      [ofIssue.size, count('letter.accepted')],
      [subscribers, subscribers],
      'letters, and how many were accepted',
    );
    assert.deepEqual(holding(room.data, 'personne-'), []);
    await room.relais('verify');
    return [
      `${subscribers} people, ${times} kills (seed ${seed}): one letter each, ${count('letter.unknown')} unknown, ` +
        `${count('letter.handed-over') - subscribers} handed over again because they never left; issue completed`,
      `letters at each kill: ${found.join(' ')}`,
    ];
  });

export const letters: Point = {
  name: 'letters',
  claims:
    'a person subscribes, gets one letter an issue, and leaves by one click; also when the hub is killed while an issue goes out',
  async show() {
    const words = await Room.with(today, async (room) => {
      await room.hub();
      return mainRun(room, () => outboxOf(room.data));
    });
    const [crowd = '', ...more] = await interrupted(seedOfToday());
    return {
      seen: `${alice}: ${words.map(({ subject }) => `«${subject}»`).join(', ')}, text and HTML; a second run sends nothing; GET never acts, one-click POST leaves; the address is in no file but the outbox’s; ${crowd}`,
      more,
    };
  },
};
