import { readFileSync } from 'node:fs';
import { readDocument, UnreadableDocument } from '@relais/sources';
import { cases } from './cases.ts';
import type { Outcome } from './hostile-case.ts';
import { unsound } from './soundness.ts';

/** What reading a case came to: what is wrong with it, what it cost. */
export type Verdict = Readonly<{ wrong: string | undefined; seconds: number; megabytes: number }>;

/** Reads one case from its file, in a process of its own, so that what it takes is its own; by the peer, if so asked. */
const [name, file = '', by = 'ours'] = process.argv.slice(2);
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

const wrongIn = (outcome: Outcome): string | undefined => {
  const said = 'refusal' in outcome ? outcome.refusal : JSON.stringify(outcome.document);
  return unsound(outcome) ?? (right(outcome) ? undefined : `read as ${said.slice(0, 600)}`);
};

/** It is asked for what is right alone: to clean what it reads it leaves to others. Whatever it throws is a refusal. */
const wrongByPeer = async (): Promise<string | undefined> => {
  // Only here: what it takes in memory is not ours.
  const { byFeedsmith } = await import('../feeds/by-feedsmith.ts');
  try {
    return byFeedsmith(body, mediaType).some((document) => right({ document })) ? undefined : 'read otherwise';
  } catch (error) {
    return right.refusal ? undefined : String(error).slice(0, 200);
  }
};

const before = process.cpuUsage();
const outcome = by === 'ours' ? await read() : undefined;
const byPeer = outcome ? undefined : await wrongByPeer();
const { user, system } = process.cpuUsage(before);
const megabytes = process.resourceUsage().maxRSS / 1_024;
const wrong = outcome ? wrongIn(outcome) : byPeer;
process.send?.({ wrong, seconds: (user + system) / 1e6, megabytes } satisfies Verdict);
