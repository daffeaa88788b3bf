import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument, UnreadableDocument, type ReadDocument } from '@relais/sources';
import type { Figure, Measurement } from '../figure.ts';
import { shared } from '../shared.ts';
import { says } from './agreement.ts';
import { byFeedsmith } from './by-feedsmith.ts';
import { needs, samples, type Group, type Sample } from './facts.ts';

/** Where the corpus is served from when its author tests with it. */
const origin = 'http://127.0.0.1:8097/tests/';

type Outcome = Readonly<{
  base: string;
  document?: ReadDocument;
  refusal?: string;
  thrown?: string;
  /** As the peer reads it; nothing where it throws. */
  peer: readonly ReadDocument[];
}>;

const read = async ({ file, headers }: Sample): Promise<Outcome> => {
  const url = new URL(file, origin).href;
  const location = URL.parse(headers['content-location'] ?? '', url);
  const base = location?.protocol.startsWith('http') ? location.href : url;
  const body = readFileSync(join(shared(needs[0] ?? ''), 'tests', file));
  const mediaType = headers['content-type'] ?? '';
  const peer = ofPeer(body, mediaType);
  try {
    const fetched = { url: base, mediaType, body, fetchedAt: '2026-11-01T12:00:00Z', zone: 'UTC' };
    return { base, peer, document: (await readDocument(fetched)).document };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return error instanceof UnreadableDocument && !error.cause
      ? { base, peer, refusal: what }
      : { base, peer, thrown: what };
  }
};

const ofPeer = (body: Uint8Array, mediaType: string): readonly ReadDocument[] => {
  try {
    return byFeedsmith(body, mediaType);
  } catch {
    // It cannot read this document: none of its facts is right.
    return [];
  }
};

type Counted = { right: number; peer: number; all: number };

const names: Readonly<Record<Group, string>> = {
  core: 'feedparser-core',
  other: 'feedparser-core-all',
  base: 'feedparser-core-base',
  sanitised: 'feedparser-core-sanitised',
};

const measurement = (
  group: Group,
  { right, peer, all }: Counted,
  conditions: Measurement['conditions'],
): Measurement => ({
  name: names[group],
  figure: right,
  unit: `facts of ${all}`,
  ceiling: all,
  peer,
  ratio: Number((right / all).toFixed(4)),
  conditions: { ...conditions, peer: 'feedsmith 3.0.1 on the same documents' },
});

export const feedparserCore: Figure = {
  name: 'feedparser-core',
  needs,
  async measure(tell) {
    const counts: Record<Group, Counted> = {
      core: { right: 0, peer: 0, all: 0 },
      other: { right: 0, peer: 0, all: 0 },
      base: { right: 0, peer: 0, all: 0 },
      sanitised: { right: 0, peer: 0, all: 0 },
    };
    const all = samples();
    let [thrown, refused, unreadByPeer] = [0, 0, 0];
    for (const sample of all) {
      const outcome = await read(sample);
      if (outcome.thrown !== undefined) thrown++;
      if (outcome.refusal !== undefined) refused++;
      if (outcome.peer.length === 0) unreadByPeer++;
      const problem = outcome.thrown ?? outcome.refusal;
      if (problem !== undefined) tell(`${sample.file}: ${problem}`);
      for (const fact of sample.facts) {
        const right = outcome.document !== undefined && says(outcome.document, fact, outcome.base);
        if (!right) tell(`${sample.file}: ${JSON.stringify(fact)} ${JSON.stringify(outcome.document)?.slice(0, 900)}`);
        const byPeer = outcome.peer.some((document) => says(document, fact, outcome.base));
        const sets = fact.group === 'core' ? [counts.core, counts.other] : [counts[fact.group]];
        for (const set of sets) {
          set.all++;
          if (right) set.right++;
          if (byPeer) set.peer++;
        }
      }
    }
    const files = {
      files: all.length,
      'files that throw': thrown,
      'files refused with a reason': refused,
      'that the peer throws at': unreadByPeer,
    };
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
