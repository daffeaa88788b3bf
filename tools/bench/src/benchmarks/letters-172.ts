import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark } from '../benchmark.ts';
import { withProcess } from '../child.ts';
import { sendIssue } from '../letters/control.ts';
import { lists } from '../letters/lists.ts';
import { subscribe } from '../letters/subscribers.ts';
import { measured } from '../measured.ts';
import { withHub } from '../serving/hub.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import type { Arrived } from '../testing/smtp-sink.ts';

/** So many people had the letter of Lille. */
const people = 172;

/** How long that may take, in seconds. */
const limit = 1;

/** The list there is: from being due until each of its letters was accepted. */
export const letters172: Benchmark = {
  name: 'letters-172',
  counts: 'letters',
  usual: { rounds: 5, each: people },
  measure: ({ rounds, each }) =>
    inTemporaryFolder((folder) =>
      withProcess(join(import.meta.dirname, '..', 'testing', 'smtp-sink.ts'), {}, async (sink) => {
        const data = join(folder, 'data');
        mkdirSync(data);
        const issues = lists.slice(0, Math.min(rounds, lists.length - 1) + 1);
        await subscribe(
          data,
          issues.map((list) => ({ list, count: each })),
        );
        const smtp = `smtp://127.0.0.1:${sink.ready.split(' ').at(-1)}?ignoreTLS=true`;
        const seconds = await withHub(data, { SMTP_URL: smtp }, async () => {
          const took: number[] = [];
          for (const list of issues) {
            const begun = performance.now();
            await sendIssue(data, list);
            took.push((performance.now() - begun) / 1_000);
            const { letters } = (await sink.ask('arrived')) as Arrived;
            if (letters !== each) throw new Error(`${letters} letters arrived, not ${each}`);
          }
          // The first warms up.
          return took.slice(1);
        });
        const conditions = {
          ...{ rounds: seconds.length, letters: each },
          figure: 'from asking a hub for an issue until its last letter was accepted and recorded',
          ceiling: 'what it may take',
        };
        const other = seconds.map(() => limit);
        return [measured({ name: 'letters-172', unit: 's', beside: 'ceiling', ours: seconds, other, conditions })];
      }),
    ),
};
