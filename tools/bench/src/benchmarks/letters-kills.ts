import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '@relais/event-store';
import { freePort } from '@relais/transport/testing';
import type { Benchmark } from '../benchmark.ts';
import { withProcess, type Child } from '../child.ts';
import { SharedSend, victims, type Victim } from '../letters/shared-send.ts';
import { outcomeOf, type Outcome } from '../letters/outcome.ts';
import { subscribe } from '../letters/subscribers.ts';
import { measured } from '../measured.ts';
import { withHub } from '../serving/hub.ts';
import { Random } from '../synthetic/random.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

const list = 'info-lille';

/** How many connections each of the two couriers has at most: so many letters may be in flight when one is killed. */
const connections = 8;

/** How long a send may take after it was killed for the last time, in milliseconds. */
const patience = 180_000;

type Kills = Readonly<{ left: number; killed: Record<Victim, number>; unknown: number }>;
type Folder = Readonly<{ folder: string; each: number; random: Random }>;

/** Sends one issue while somebody is killed again and again; what came of it is checked, and thrown where it is not right. */
const oneSend = async ({ folder, each, random }: Folder, data: string, kills: Kills): Promise<Kills> => {
  const log = join(data, 'sink.log');
  return withProcess(join(import.meta.dirname, '..', 'testing', 'keeping-sink.ts'), { args: [log] }, async (sink) => {
    const smtp = `smtp://127.0.0.1:${sink.ready.split(' ').at(-1)}?ignoreTLS=true`;
    const port = await freePort();
    const env = {
      RELAIS_DATA: data,
      SMTP_URL: smtp,
      MTA_LOG: log,
      REDIS_URL: `redis://127.0.0.1:${port}`,
      TMPDIR: folder,
    };
    const send = new SharedSend(env, list, port);
    try {
      let { left } = kills;
      const killed = { ...kills.killed };
      for (let ended = false; !ended;) {
        send.begin();
        if (left === 0) {
          ended = await send.endsWithin(patience);
          if (!ended) throw new Error('the send did not come to its end');
          continue;
        }
        ended = await send.endsWithin(...(await moment(sink, random, each)));
        if (ended) continue;
        const victim = victims[random.below(4)] ?? 'courier';
        await send.kill(victim);
        killed[victim]++;
        left--;
      }
      const outcome = await settled(send, sink, data, each);
      return { left, killed, unknown: Math.max(kills.unknown, outcome.mostUnknown) };
    } finally {
      await send.end();
    }
  });
};

/** When the next is killed: after some time, or when some letters more were taken. */
const moment = async (sink: Child, random: Random, each: number): Promise<[number, () => Promise<boolean>]> => {
  if (random.chance(0.3)) return [random.below(3_000), async () => false];
  const until = Number(await sink.ask('count')) + random.below(Math.ceil(each / 8));
  return [30_000, async () => Number(await sink.ask('count')) > until];
};

/** What there is when all is known; a courier asks what the sink took whenever it starts. */
const settled = async (send: SharedSend, sink: Child, data: string, each: number): Promise<Outcome> => {
  for (let attempt = 1; ; attempt++) {
    const { taken } = (await sink.ask('taken')) as { taken: readonly string[] };
    const outcome = await outcomeOf(SqliteEventStore.open(join(data, 'log.db'), { readOnly: true }), taken, each);
    if (outcome.doubled > 0) throw new Error(`${outcome.doubled} letters were taken twice`);
    if (outcome.mostUnknown > 2 * connections)
      throw new Error(`of ${outcome.mostUnknown} letters it was unknown at once, with ${2 * connections} connections`);
    if (outcome.lost === 0 && outcome.unresolved === 0) return outcome;
    if (attempt === 20) throw new Error(`${outcome.lost} letters are lost, ${outcome.unresolved} unresolved`);
    send.begin();
    if (!(await send.endsWithin(patience))) throw new Error('the send did not come to its end');
  }
};

/** Kills in the middle of sends: nobody gets two, everybody gets one, and what was unknown is known in the end. */
export const lettersKills: Benchmark = {
  name: 'letters-kills',
  counts: 'letters',
  usual: { rounds: 12, each: 300 },
  measure: ({ rounds, each }) =>
    inTemporaryFolder(async (folder) => {
      const prepared = join(folder, 'prepared');
      mkdirSync(prepared);
      await subscribe(prepared, [{ list, count: each }]);
      // Reads the demonstration's sources, so that there is something to say.
      await withHub(prepared, {}, async () => undefined);
      const random = new Random(Date.now());
      let kills: Kills = { left: rounds, killed: { courier: 0, 'sharing courier': 0, queue: 0 }, unknown: 0 };
      let sends = 0;
      for (; kills.left > 0; sends++) {
        const data = join(folder, `send-${sends}`);
        cpSync(prepared, data, { recursive: true });
        kills = await oneSend({ folder, each, random }, data, kills);
      }
      const conditions = {
        ...{ letters: each, sends },
        figure: 'kills of a send after which no letter was doubled or lost, and none stayed unknown',
        ceiling: 'all kills',
        'unknown at once, at most': kills.unknown,
        ...kills.killed,
      };
      return [
        measured({
          name: 'letters-kills',
          unit: 'kills',
          beside: 'ceiling',
          ours: [rounds],
          other: [rounds],
          conditions,
        }),
      ];
    }),
};
