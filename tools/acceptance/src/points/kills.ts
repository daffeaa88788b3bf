import assert from 'node:assert/strict';
import { crawl, differences, whateverTheFolder, type Shown } from '../crawl.ts';
import { eventsIn, factsOf, whenThereAre } from '../event-log.ts';
import type { Point } from '../point.ts';
import { randomOf, seedOfToday, spreadOver } from '../random.ts';
import { Room, today } from '../room.ts';

const times = 50;
/** Rooms at the same time. */
const lanes = 2;
/** Pages name themselves, and must be comparable whatever the port. */
const environment = { ...today, PUBLIC_URL: 'https://relais.exemple.test' };

type Outcome = Readonly<{ facts: readonly string[]; shown: Shown }>;

const outcomeOf = async (room: Room): Promise<Outcome> => {
  const facts = factsOf(await eventsIn(room.data));
  const shown = await crawl(room.site, whateverTheFolder);
  await room.relais('verify');
  return { facts, shown };
};

const uninterrupted = (): Promise<Outcome> =>
  Room.with(environment, async (room) => {
    await room.hub();
    return outcomeOf(room);
  });

/** A moment of a collection: a while after so many events were recorded. */
type Moment = Readonly<{ events: number; pause: number }>;

/** Kills a first collection at this moment, lets it go on, and resolves to how many events there were when it ended. */
const killedAt = ({ events, pause }: Moment, whole: Outcome): Promise<number> =>
  Room.with(environment, async (room) => {
    const first = room.service('hub');
    const ended = new AbortController();
    first.ended.finally(() => ended.abort()).catch(() => undefined);
    await whenThereAre(events, room.data, ended.signal);
    await new Promise((resolve) => setTimeout(resolve, pause));
    await first.stop('SIGKILL');
    const found = await whenThereAre(0, room.data, ended.signal);
    await room.hub();
    const { facts, shown } = await outcomeOf(room);
    const at = `killed when there were ${found} of ${whole.facts.length} events`;
    assert.deepEqual(facts, whole.facts, `${at}: the log is another than that of an uninterrupted run`);
    assert.deepEqual(differences(shown, whole.shown), [], `${at}: pages that are shown otherwise`);
    return found;
  });

export const kills: Point = {
  name: 'kills',
  claims: `kill -9 at ${times} random moments of a first collection, and a restart, leave the log and the pages of an uninterrupted run`,
  async show() {
    const seed = seedOfToday();
    const random = randomOf(seed);
    const whole = await uninterrupted();
    const again = await uninterrupted();
    assert.deepEqual([again.facts, differences(again.shown, whole.shown)], [whole.facts, []], 'two uninterrupted runs');
    const moments = spreadOver(0, whole.facts.length, times, random).map((events) => ({ events, pause: random() * 4 }));
    const found: number[] = [];
    const waiting = [...moments];
    const lane = async (): Promise<void> => {
      for (let moment = waiting.shift(); moment; moment = waiting.shift())
        found.push(await killedAt(moment, whole).catch((error: unknown) => Promise.reject(withSeed(error, seed))));
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    found.sort((one, other) => one - other);
    const inside = found.filter((events) => events > 0 && events < whole.facts.length);
    assert.ok(inside.length > times * 0.8, `only ${inside.length} kills hit during the collection: ${found.join(' ')}`);
    return {
      seen: `${whole.facts.length} events and ${whole.shown.size} pages, feeds and calendars, the same after each of ${times} kills, and the log whole; ${inside.length} of them amid the collection (seed ${seed})`,
      more: [`events at each kill: ${found.join(' ')}`],
    };
  },
};

const withSeed = (error: unknown, seed: number): Error =>
  new Error(`${error instanceof Error ? error.message : String(error)} (ACCEPTANCE_SEED=${seed} shows it again)`, {
    cause: error,
  });
