import { readFileSync } from 'node:fs';
import { readDocument, UnreadableDocument } from '@relais/sources';
import { cases } from './cases.ts';
import type { Outcome } from './hostile-case.ts';
import { unsound } from './soundness.ts';

/** What reading a case came to: what is wrong with it, what it cost. */
export type Verdict = Readonly<{ wrong: string | undefined; seconds: number; megabytes: number }>;

/** Reads one case from its file, in a process of its own, so that what it takes is its own. */
const [name, file = ''] = process.argv.slice(2);
const hostile = cases.find((one) => one.name === name);
if (hostile === undefined) throw new Error(`no case is called ${name}`);
const { mediaType = '', right } = hostile;
const body = readFileSync(file);

const read = async (): Promise<Outcome> => {
  try {
    const url = 'https://exemple.test/dossier/flux';
    const { document } = await readDocument({
      url,
      mediaType,
      body,
      fetchedAt: '2026-11-01T12:00:00Z',
      zone: 'Europe/Paris',
    });
    return { document };
  } catch (error) {
    if (error instanceof UnreadableDocument) return { refusal: error.message };
    throw error;
  }
};

const before = process.cpuUsage();
const outcome = await read();
const { user, system } = process.cpuUsage(before);
const megabytes = process.resourceUsage().maxRSS / 1_024;
const said = 'refusal' in outcome ? outcome.refusal : JSON.stringify(outcome.document);
const wrong = unsound(outcome) ?? (right(outcome) ? undefined : `read as ${said.slice(0, 600)}`);
process.send?.({ wrong, seconds: (user + system) / 1e6, megabytes } satisfies Verdict);
