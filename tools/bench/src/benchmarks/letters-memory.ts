import { join } from 'node:path';
import type { Benchmark } from '../benchmark.ts';
import { withProcess } from '../child.ts';
import { recordPeople } from '../letters/people.ts';
import { measured } from '../measured.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

type Told = Readonly<{ most: number; seconds: number }>;

const repository = join(import.meta.dirname, '..', '..', '..', '..');

/** The memory of a courier of so many people from its start until it is ready, in MB at most, and how long that takes. */
const courierOf = (people: number): Promise<Told> =>
  inTemporaryFolder(async (folder) => {
    const data = join(folder, 'data');
    await recordPeople(data, people);
    const env = {
      ...{ PUBLIC_URL: 'https://relais.example.org', RELAIS_DATA: data, SMTP_URL: 'smtp://127.0.0.1:9' },
      ...{ RELAIS_CONFIG: join(repository, 'relais.yaml'), NODE_OPTIONS: '--max-semi-space-size=8' },
    };
    const courier = join(repository, 'apps', 'courier', 'dist', 'index.js');
    const begun = performance.now();
    return withProcess(courier, { env, ready: /is ready/ }, async (child) => {
      const seconds = (performance.now() - begun) / 1_000;
      return { most: Number(await child.ask('most memory')) / 1_048_576, seconds };
    });
  });

export const lettersMemory: Benchmark = {
  name: 'letters-memory',
  counts: 'people',
  usual: { rounds: 1, each: 100_000 },
  measure: async ({ each }) => {
    const sizes = [0, Math.ceil(each / 10), each];
    const told: Told[] = [];
    for (const size of sizes) told.push(await courierOf(size));
    const [nobody, , all] = told as [Told, Told, Told];
    return [
      measured({
        ...{ name: 'letters-memory', unit: 'MB', beside: 'ceiling', ours: [all.most], other: [nobody.most] },
        conditions: {
          people: sizes.join(', '),
          'MB at most': told.map(({ most }) => most.toFixed(0)).join(', '),
          seconds: told.map(({ seconds }) => seconds.toFixed(1)).join(', '),
          figure: 'a courier from its start until it is ready, of people who all chose preferences: all of its memory',
          ceiling: 'the same, of nobody',
        },
      }),
    ];
  },
};
