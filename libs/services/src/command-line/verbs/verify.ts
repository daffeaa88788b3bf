import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventTypes } from '@relais/catalogue';
import type { Settings } from '@relais/configuration';
import {
  faultInWords,
  NotANote,
  readVerifierKey,
  verifierKey,
  verify as verifyLinks,
  verifyLog,
  type Checkpoint,
  type Verification,
  type Verifier,
} from '@relais/event-store';
import { FetchFailed, publicKeyIn } from '@relais/transport';
import { journalName, journalPurpose } from '../../notary/journal-name.js';
import { keptCheckpoints, recordedCheckpoints, type RecordedCheckpoints } from '../../notary/recorded-checkpoints.js';
import { fetcherOf, filesIn } from '../../wiring/adapters.js';
import { Unavailable } from '../../wiring/unavailable.js';
import { openLog } from '../open-files.js';
import { WrongUse, type Options, type Verb } from '../verb.js';

/** What notes are checked with: the key that was given, or the hub's own; undefined where there is neither. */
const verifierOf = (settings: Settings, key: Options[string]): Verifier | undefined => {
  try {
    if (typeof key === 'string') return readVerifierKey(key);
  } catch (error) {
    if (error instanceof NotANote) throw new WrongUse(`--key: ${error.message}`);
    throw error;
  }
  if (!existsSync(settings.keyFile)) return undefined;
  return { name: journalName(settings), publicKey: publicKeyIn(settings.keyFile, journalPurpose) };
};

const kept = async (
  settings: Settings,
  from: Options[string],
  verifier: Verifier | undefined,
): Promise<readonly Checkpoint[]> => {
  if (typeof from !== 'string') return [];
  const url = /^https?:\/\//i.test(from) ? from : pathToFileURL(resolve(from)).href;
  try {
    const fetched = await fetcherOf({ ...settings, allowPrivateAddresses: true }).fetch({ url });
    const text = fetched.status === 'fetched' ? Buffer.from(fetched.body).toString() : '';
    return keptCheckpoints(from, text, verifier?.publicKey);
  } catch (error) {
    if (error instanceof FetchFailed)
      throw new Unavailable(`the checkpoints of ${from} cannot be read: ${error.message}`, { cause: error });
    throw error;
  }
};

const recorded = async (settings: Settings, verifier: Verifier | undefined): Promise<RecordedCheckpoints> => {
  const store = openLog(settings, { asStored: true });
  try {
    return await recordedCheckpoints(store, verifier?.publicKey);
  } finally {
    await store.close();
  }
};

const isKnown = (type: string): boolean => Object.hasOwn(eventTypes, type);

/** The file of the log; undefined where it is in a server. */
const fileOf = ({ eventStoreUrl = 'sqlite:', dataFolder }: Settings): string | undefined =>
  eventStoreUrl === 'sqlite:' ? filesIn(dataFolder).log : undefined;

/** The same where the log is in a server: what there is to check of it is its chain, and that all its types are known. */
const verifyServer = async (settings: Settings, checkpoints: readonly Checkpoint[]): Promise<Verification> => {
  const store = openLog(settings, { asStored: true });
  const [streams, unknown] = [new Set<string>(), new Set<string>()];
  const links = async function* (after?: bigint) {
    for await (const page of store.links(after)) {
      for (const { stream, type } of page) {
        streams.add(stream);
        if (!isKnown(type)) unknown.add(type);
      }
      yield page;
    }
  };
  try {
    const { faults, events, checkpoints: met } = await verifyLinks(links, checkpoints);
    const types = [...unknown].map((type) => ({
      where: `type ${type}`,
      what: 'is not known to this version of Relais',
    }));
    return {
      events,
      streams: streams.size,
      checkpoints: met,
      faults,
      problems: [...types, ...faults.map(faultInWords)],
    };
  } finally {
    await store.close();
  }
};

/** Not a word of each checkpoint, where the key is simply another one. */
const problemsOf = ({ problems, isOfAnotherKey }: RecordedCheckpoints, settings: Settings, isGiven: boolean) =>
  isOfAnotherKey
    ? [
        {
          where: isGiven ? '--key' : settings.keyFile,
          what: 'the key does not fit this log: not one of its checkpoints is signed by it; restore the right key, or give the published one with --key',
        },
      ]
    : problems;

/** Whether the log is whole: its file, its order, its streams, its chain, and that it is what was signed. */
export const verify: Verb = {
  name: 'verify',
  summary: 'whether the log is whole, and what was signed: file, streams, chain, checkpoints',
  options: [
    [
      '--checkpoints <file|url>',
      'compares with checkpoints that were kept elsewhere, as /journal/points.txt shows them',
    ],
    ['--key <key>', 'the published key that checkpoints are signed by, where the hub’s own is not at hand'],
  ],
  async run({ settings, output }, { checkpoints: from, key }) {
    const verifier = verifierOf(settings, key);
    const own = await recorded(settings, verifier);
    const others = await kept(settings, from, verifier);
    const log = fileOf(settings);
    const all = [...own.checkpoints, ...others];
    const found = log === undefined ? await verifyServer(settings, all) : verifyLog(log, isKnown, all);
    const problems = [...found.problems, ...problemsOf(own, settings, key !== undefined)];
    const [first = null] = found.faults;
    const counted = { recorded: own.checkpoints.length, kept: others.length, agreed: found.checkpoints };
    const { events, streams } = found;
    const said = verifier === undefined ? null : verifierKey(verifier);
    const result = { ok: problems.length === 0, events, streams, checkpoints: counted, key: said, first, problems };
    output.say(result, () =>
      [
        ...problems.map(({ where, what }) => `! ${where}: ${what}`),
        `checkpoints  ${counted.recorded} in the log${from === undefined ? '' : `, ${counted.kept} kept in ${String(from)}`}; the chain comes to ${counted.agreed} of them`,
        verifier === undefined
          ? 'key          none at hand, so that no signature was checked: give the published one with --key'
          : `key          ${verifier.name} (${verifierKey(verifier).split('+')[1]})`,
        ...(first ? [`first fault  ${first.kind}, ${placeOf(first)}`] : []),
        problems.length === 0
          ? `${log ?? 'the log'} is whole: ${events} events in ${streams} streams`
          : `${problems.length} problems in ${log ?? 'the log'}`,
      ].join('\n'),
    );
    return problems.length === 0 ? 0 : 1;
  },
};

const placeOf = ({ position, from, to }: { position?: bigint; from: bigint; to?: bigint }): string =>
  `${position === undefined ? '' : `at position ${position}, `}in the interval from position ${from} to ${to ?? 'the end'}`;
