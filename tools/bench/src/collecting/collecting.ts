import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Amounts, Conditions, Measurement } from '../benchmark.ts';
import { withProcess } from '../child.ts';
import { measured } from '../measured.ts';
import { percentile } from '../statistics.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import { configurationOf, urlOf } from './configuration.ts';
import { simulatedSources } from './mixture.ts';
import { cores, shares } from './processor.ts';
import { getToKnow, watch, type Steady } from './watching.ts';

const script = (name: string): string => join(import.meta.dirname, name);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

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
