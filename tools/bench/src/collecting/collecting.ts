import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Amounts, Conditions, Measurement } from '../benchmark.ts';
import { withProcess, type Child } from '../child.ts';
import { measured } from '../measured.ts';
import { withHub } from '../serving/hub.ts';
import { percentile } from '../statistics.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import { configurationOf, idOf, urlOf } from './configuration.ts';
import { simulatedSources, type SimulatedSource } from './mixture.ts';
import { readOnce, spreadDues } from './readings.ts';
import type { Seen } from './simulated-servers.ts';
import { cores, shares } from './processor.ts';

const hour = 3_600_000;
const script = (name: string): string => join(import.meta.dirname, name);
/** How long a hub has after its start before it is watched, in milliseconds. */
const settling = 15_000;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Lets a hub read each source once, while all servers answer well, so that it knows them. */
const getToKnow = (data: string, env: NodeJS.ProcessEnv, count: number): Promise<number> =>
  withHub(data, env, async () => {
    const began = performance.now();
    while (readOnce(data) < count) await setTimeout(500);
    return (performance.now() - began) / 1_000;
  });

type Steady = Readonly<{
  cpu: readonly number[];
  late: readonly number[];
  seen: Seen;
  memory: number;
  seconds: number;
}>;

/** Spreads the dues over an hour, and watches a hub for so many rounds after its start. */
const watch = async (
  { data, env, servers }: Readonly<{ data: string; env: NodeJS.ProcessEnv; servers: Child }>,
  sources: readonly SimulatedSource[],
  rounds: number,
): Promise<Steady> => {
  const begin = Date.now();
  // With few sources not over an hour, or none would be due in a short test.
  const span = Math.min(hour, sources.length * 400 + settling * 2);
  const dues = new Map(
    sources.map((source, n) => [idOf(source), begin + (((n * 7_919) % sources.length) / sources.length) * span]),
  );
  spreadDues(data, (id) => dues.get(id) ?? begin);
  return withHub(data, env, async (hub) => {
    await setTimeout(settling);
    await servers.ask('forget');
    const from = Date.now();
    const cpu = await shares(hub, rounds);
    const until = Date.now();
    const seen = (await servers.ask('seen')) as Seen;
    // One that has not come is at least so late.
    const late = sources.flatMap((source) => {
      const due = dues.get(idOf(source)) ?? 0;
      return due < from || due > until - 1_000 ? [] : [(seen.first.get(source.number) ?? until) - due];
    });
    return { cpu, late, seen, memory: Number(await hub.ask('memory')), seconds: (until - from) / 1_000 };
  });
};

/**
 * How much of the machine a whole hub takes that reads so many sources, each every hour, beside the same requests at the
 * same rate with nothing done with the answers; and how late it reads them.
 */
export const measureCollecting = ({ rounds, each }: Amounts): Promise<Measurement[]> =>
  inTemporaryFolder((folder) =>
    withProcess(script('simulated-servers.ts'), {}, async (servers) => {
      const port = Number(await servers.ask({ sources: each }));
      const sources = simulatedSources(each);
      const configFile = join(folder, 'relais.yaml');
      const data = join(folder, 'data');
      writeFileSync(configFile, configurationOf(sources, port));
      const env = { RELAIS_CONFIG: configFile, RELAIS_ALLOW_PRIVATE_ADDRESSES: '1' };
      const first = await getToKnow(data, env, each);
      await servers.ask('known');
      const steady = await watch({ data, env, servers }, sources, rounds);
      const perSecond = Math.max(1, steady.seen.requests) / steady.seconds;
      const other = await withProcess(script('bare-fetching.ts'), {}, async (bare) => {
        await bare.ask({ urls: sources.map((source) => urlOf(source, port)), perSecond });
        return shares(bare, rounds);
      });
      return figures(steady, other, { sources: each, first, perSecond });
    }),
  );

const figures = (
  { cpu, late, seen, memory, seconds }: Steady,
  other: readonly number[],
  { sources, first, perSecond }: Readonly<{ sources: number; first: number; perSecond: number }>,
): Measurement[] => {
  const lateness = late.length > 0 ? late : [NaN];
  const conditions: Conditions = {
    sources,
    hosts: Math.max(1, Math.ceil(sources / 5)),
    'each read every': '60 min, in real time, dues spread evenly',
    seconds: Math.round(seconds),
    '100 % is': `${cores} cores`,
    'due in this time': late.length,
    'lateness p50, p95, max (s)': [percentile(lateness, 0.5), percentile(lateness, 0.95), Math.max(...lateness)]
      .map((ms) => (ms / 1_000).toFixed(1))
      .join(', '),
    'most connections at once to one host, to all': `${seen.mostToOne}, ${seen.mostToAll}`,
    'requests a second': perSecond.toFixed(2),
    answers: JSON.stringify(seen.statuses),
    'kB sent': Math.round(seen.bytes / 1_000),
    'memory of the hub (MB)': Math.round(memory / 1e6),
    'first reading of all (s)': Math.round(first),
    what: 'a whole hub, as built, over plain HTTP to addresses of this machine: no DNS, no TLS, no pause between requests to one host',
    ceiling: 'the same addresses asked at the same rate with undici, the answers thrown away',
  };
  const compared = { beside: 'ceiling', conditions } as const;
  return [measured({ name: 'sources-10000', unit: '% CPU', ...compared, ours: cpu, other, by: mean })];
};
