import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SubscriptionId } from '@relais/vocabulary';
import type { Benchmark } from '../benchmark.ts';
import { withProcess, type Child } from '../child.ts';
import { sendIssue } from '../letters/control.ts';
import { lists } from '../letters/lists.ts';
import { PlainNodemailer } from '../letters/plain-nodemailer.ts';
import { subscribe } from '../letters/subscribers.ts';
import { measured } from '../measured.ts';
import { withHub } from '../serving/hub.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import type { Arrived } from '../testing/smtp-sink.ts';

type Pace = Readonly<{ rate: number; cpu: number }>;

/** Letters a second and processor time of a letter, of whoever `cpu` tells it. */
const pace = async (letters: number, cpu: () => Promise<number>, work: () => Promise<unknown>): Promise<Pace> => {
  const [before, begun] = [await cpu(), performance.now()];
  await work();
  const milliseconds = performance.now() - begun;
  return { rate: (letters * 1_000) / milliseconds, cpu: ((await cpu()) - before) / letters };
};

const here = async (): Promise<number> => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

type Round = Readonly<{ ours: Pace; peer: Pace; bytes: number; bytesOfPeer: number; connections: number }>;
type Between = Readonly<{ hub: Child; sink: Child; port: number; data: string; key: KeyObject }>;

/** One issue to all subscribers of a list by the hub, then the same letters by the peer to the same server. */
const oneRound = async (
  { hub, sink, port, data, key }: Between,
  list: string,
  receivers: readonly SubscriptionId[],
): Promise<Round> => {
  const each = receivers.length;
  const counted = async (who: string): Promise<Required<Arrived>> => {
    const arrived = (await sink.ask('arrived')) as Arrived;
    const { letters, first } = arrived;
    if (letters !== each || first === undefined) throw new Error(`${letters} letters of ${who} arrived, not ${each}`);
    return { ...arrived, first };
  };
  const ours = await pace(each, hub.cpu, () => sendIssue(data, list));
  const { first, bytes, connections } = await counted('ours');
  const plain = new PlainNodemailer(port, connections, key);
  const peer = await pace(each, here, () => plain.send(first, receivers));
  plain.close();
  const { bytes: bytesOfPeer } = await counted('the peer');
  return { ours, peer, connections, bytes: Math.round(bytes / each), bytesOfPeer: Math.round(bytesOfPeer / each) };
};

const sent = (data: string, each: number, issues: readonly string[]): Promise<Round[]> =>
  withProcess(join(import.meta.dirname, '..', 'testing', 'smtp-sink.ts'), {}, async (sink) => {
    const port = Number(sink.ready.split(' ').at(-1));
    mkdirSync(data);
    const receivers = await subscribe(
      data,
      issues.map((list, round) => ({ list, count: round === 0 ? Math.ceil(each / 10) : each })),
    );
    const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const keyFile = join(data, 'dkim.pem');
    writeFileSync(keyFile, key.export({ type: 'pkcs8', format: 'pem' }));
    const signing = { DKIM_DOMAIN: 'relais.example.org', DKIM_SELECTOR: 'bench', DKIM_KEY_FILE: keyFile };
    return withHub(data, { SMTP_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true`, ...signing }, async (hub) => {
      const rounds: Round[] = [];
      for (const list of issues)
        rounds.push(await oneRound({ hub, sink, port, data, key }, list, receivers.get(list) ?? []));
      return rounds.slice(1);
    });
  });

export const letters: Benchmark = {
  name: 'letters',
  counts: 'letters',
  usual: { rounds: 3, each: 2_000 },
  measure: ({ rounds, each }) =>
    inTemporaryFolder(async (folder) => {
      const took = await sent(join(folder, 'data'), each, lists.slice(0, rounds + 1));
      const all = <Value>(of: (round: Round) => Value): Value[] => took.map(of);
      const conditions = {
        ...{ rounds: took.length, letters: each },
        'bytes a letter': all(({ bytes }) => bytes).join(', '),
        'bytes a letter of the peer': all(({ bytesOfPeer }) => bytesOfPeer).join(', '),
        connections: Math.max(...all(({ connections }) => connections)),
        figure:
          'the hub, from asking for an issue to its completion: composed, three durable events of the ledger a letter, projected as they come; signed (rsa2048)',
        peer: 'nodemailer, pooled, with as many connections: the same letters to the same smtp-server; no ledger; signed with the same key, parsed once',
      };
      const compared = { beside: 'peer', conditions } as const;
      return [
        measured({
          ...{ name: 'letters', unit: 'letters/s', ...compared },
          ours: all(({ ours }) => ours.rate),
          other: all(({ peer }) => peer.rate),
        }),
        measured({
          ...{ name: 'letters-cpu', unit: 'CPU ms/letter', ...compared },
          ours: all(({ ours }) => ours.cpu),
          other: all(({ peer }) => peer.cpu),
        }),
      ];
    }),
};
