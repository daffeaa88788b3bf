import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument, UnreadableDocument, type ReadDocument } from '@relais/sources';
import type { Figure, Measurement } from '../figure.ts';
import { shared } from '../shared.ts';
import { says } from './agreement.ts';
import { needs, samples, type Group, type Sample } from './facts.ts';

/** Where the corpus is served from when its author tests with it. */
const origin = 'http://127.0.0.1:8097/tests/';

type Outcome = Readonly<{ base: string; document?: ReadDocument; refusal?: string; thrown?: string }>;

const read = async ({ file, headers }: Sample): Promise<Outcome> => {
  const url = new URL(file, origin).href;
  const location = URL.parse(headers['content-location'] ?? '', url);
  const base = location?.protocol.startsWith('http') ? location.href : url;
  const body = readFileSync(join(shared(needs[0] ?? ''), 'tests', file));
  const mediaType = headers['content-type'] ?? '';
  try {
    const fetched = { url: base, mediaType, body, fetchedAt: '2026-11-01T12:00:00Z', zone: 'UTC' };
    return { base, document: (await readDocument(fetched)).document };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return error instanceof UnreadableDocument && !error.cause ? { base, refusal: what } : { base, thrown: what };
  }
};

type Counted = { right: number; all: number };

/** The best of the others, as the study of November 2026 measured it on the same corpus. */
const peers: Readonly<Record<Group, { share: number | null; who: string }>> = {
  core: { share: 0.857, who: 'feedsmith 3.0.1, as recorded by the study of November 2026' },
  other: { share: 0.765, who: 'feedsmith 3.0.1, as recorded by the study of November 2026' },
  base: { share: 0, who: 'every reader of the study of November 2026' },
  sanitised: { share: null, who: 'none: readers of feeds do not sanitise' },
};

const names: Readonly<Record<Group, string>> = {
  core: 'feedparser-core',
  other: 'feedparser-core-all',
  base: 'feedparser-core-base',
  sanitised: 'feedparser-core-sanitised',
};

const measurement = (group: Group, { right, all }: Counted, conditions: Measurement['conditions']): Measurement => ({
  name: names[group],
  figure: right,
  unit: `facts of ${all}`,
  ceiling: all,
  peer: peers[group].share === null ? null : Math.round(peers[group].share * all),
  ratio: Number((right / all).toFixed(4)),
  conditions: { ...conditions, peer: peers[group].who },
});

export const feedparserCore: Figure = {
  name: 'feedparser-core',
  needs,
  async measure(tell) {
    const counts: Record<Group, Counted> = {
      core: { right: 0, all: 0 },
      other: { right: 0, all: 0 },
      base: { right: 0, all: 0 },
      sanitised: { right: 0, all: 0 },
    };
    const all = samples();
    let [thrown, refused] = [0, 0];
    for (const sample of all) {
      const outcome = await read(sample);
      if (outcome.thrown !== undefined) thrown++;
      if (outcome.refusal !== undefined) refused++;
      const problem = outcome.thrown ?? outcome.refusal;
      if (problem !== undefined) tell(`${sample.file}: ${problem}`);
      for (const fact of sample.facts) {
        const right = outcome.document !== undefined && says(outcome.document, fact, outcome.base);
        if (!right) tell(`${sample.file}: ${JSON.stringify(fact)} ${JSON.stringify(outcome.document)?.slice(0, 900)}`);
        const sets = fact.group === 'core' ? [counts.core, counts.other] : [counts[fact.group]];
        for (const set of sets) {
          set.all++;
          if (right) set.right++;
        }
      }
    }
    const files = { files: all.length, 'files that throw': thrown, 'files refused with a reason': refused };
    return [
      measurement('core', counts.core, { ...files, facts: 'titles, links, ids and dates, without sanitize and base' }),
      measurement('other', counts.other, { facts: 'all that a report may say, without sanitize and base' }),
      measurement('base', counts.base, { facts: 'relative addresses by xml:base, Content-Location and the address' }),
      measurement('sanitised', counts.sanitised, {
        facts:
          'hostile HTML; right is the same markup once images and styles, which are never shown here, are out of both',
      }),
    ];
  },
};
