import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Benchmark } from '../benchmark.ts';
import type { Child } from '../child.ts';
import { sendIssue } from '../letters/control.ts';
import { mailProvider, Postfix, type Taken } from '../letters/postfix.ts';
import { SmtpSource } from '../letters/smtp-source.ts';
import { subscribe } from '../letters/subscribers.ts';
import { measured } from '../measured.ts';
import { secondsOf } from '../seconds.ts';
import { withHub } from '../serving/hub.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

/** Lists of the demonstration, each of which has one issue a month: one a round, the first to warm up. */
const lists = ['info-gent', 'info-lille', 'info-brest', 'info-rennes', 'info-grenoble', 'info-marseille'];

/** The list `info` of Lille, and how many mailboxes of the provider each have one of them. */
const people = 172;

/** Whom an issue goes to: the first has a mailbox, from which the peer has its letter. */
type Crowd = Readonly<{ letters: number; address: (n: number) => string; peer: string; numbered: boolean }>;

const withMailboxes = (letters: number): Crowd => ({
  ...{ letters, address: (n) => `p${n}@exemple.test` },
  ...{ peer: 'p0@exemple.test', numbered: false },
});
/** Taken as all others are, with a queue file each, then thrown away: no mailbox is written meanwhile. */
const swallowed = (letters: number): Crowd => ({
  ...{ letters, address: (n) => (n === 0 ? 'p0@exemple.test' : `personne-${n}@lent.test`) },
  ...{ peer: 'personne@lent.test', numbered: true },
});

type Side = Readonly<{ seconds: number; taken: Taken }>;
type Round = Readonly<{ ours: Side; peer: Side; cpu: number }>;

/** What one benchmark keeps between its rounds. */
class Rounds {
  readonly #hub: Child;
  readonly #postfix: Postfix;
  readonly #data: string;
  readonly #source: SmtpSource;

  constructor(hub: Child, postfix: Postfix, data: string) {
    [this.#hub, this.#postfix, this.#data] = [hub, postfix, data];
    this.#source = new SmtpSource(postfix.server, `info@${postfix.lab.domain}`, join(data, 'letter.eml'));
  }

  /** One issue to everybody by the hub, then one of its letters as often by the peer, over as many sessions. */
  async next(list: string, { letters, peer: to, numbered }: Crowd): Promise<Round> {
    const before = await this.#hub.cpu();
    const ours = await this.#side(letters, () => sendIssue(this.#data, list));
    const cpu = ((await this.#hub.cpu()) - before) / letters;
    const letter = (await this.#postfix.lab.letters('p0')).at(-1);
    if (letter === undefined) throw new Error('the hub sent no letter to the first of all');
    await this.#source.letter(letter);
    const { sessions } = ours.taken;
    const peer = await this.#side(letters, () => this.#source.send({ letters, sessions, to, numbered }));
    return { ours, peer, cpu };
  }

  /** Ends when nothing of it is on its way any more, neither at the provider nor in the hub, which shows what it recorded. */
  async #side(letters: number, work: () => Promise<unknown>): Promise<Side> {
    const seconds = await secondsOf(work);
    const taken = await this.#postfix.taken();
    if (taken.letters !== letters) throw new Error(`the provider took ${taken.letters} letters, not ${letters}`);
    for (let before = -Infinity, now = await this.#hub.cpu(); now - before > 20; now = await this.#hub.cpu()) {
      before = now;
      await after(250);
    }
    return { seconds, taken };
  }
}

/** Each round with a list of its own; the first, of a tenth, is not counted. */
const sent = async (
  postfix: Postfix,
  data: string,
  rounds: number,
  crowdOf: (letters: number) => Crowd,
  letters: number,
): Promise<Round[]> => {
  mkdirSync(data, { recursive: true });
  const [warm, crowd] = [crowdOf(Math.ceil(letters / 10)), crowdOf(letters)];
  const [first = '', ...others] = lists.slice(0, rounds + 1);
  await subscribe(data, [
    { list: first, count: warm.letters, address: warm.address },
    ...others.map((list) => ({ list, count: letters, address: crowd.address })),
  ]);
  return withHub(data, postfix.lab.environment, async (hub) => {
    const each = new Rounds(hub, postfix, data);
    await each.next(first, warm);
    const done: Round[] = [];
    for (const list of others) done.push(await each.next(list, crowd));
    return done;
  });
};

const conditionsOf = (rounds: readonly Round[]) => {
  const bytes = ({ taken }: Side): number => Math.round(taken.bytes / taken.letters);
  return {
    rounds: rounds.length,
    'bytes a letter': rounds.map(({ ours }) => bytes(ours)).join(', '),
    'bytes a letter of the peer': rounds.map(({ peer }) => bytes(peer)).join(', '),
    sessions: rounds.map(({ ours }) => ours.taken.sessions).join(', '),
    'sessions of the peer': rounds.map(({ peer }) => peer.taken.sessions).join(', '),
    'CPU ms a letter of the hub': rounds.map(({ cpu }) => cpu.toFixed(2)).join(', '),
    'seconds by round': rounds
      .map(({ ours, peer }) => `${ours.seconds.toFixed(2)} / ${peer.seconds.toFixed(2)}`)
      .join(', '),
  };
};

const provider =
  'Postfix of this machine, one queue file a letter; opendkim looks at each letter of both, rspamd at none';

export const lettersPostfix: Benchmark = {
  name: 'letters-postfix',
  counts: 'letters',
  usual: { rounds: 3, each: 2_000 },
  needs: mailProvider,
  measure: ({ rounds, each }) =>
    Postfix.during((postfix) =>
      inTemporaryFolder(async (folder) => {
        const few = Math.min(each, people);
        const sustained = await sent(postfix, join(folder, 'many'), rounds, swallowed, each);
        const issue = await sent(postfix, join(folder, 'few'), rounds, withMailboxes, few);
        return [
          measured({
            ...{ name: 'letters-postfix', unit: 'letters/s', beside: 'peer' },
            ours: sustained.map(({ ours }) => each / ours.seconds),
            other: sustained.map(({ peer }) => each / peer.seconds),
            conditions: {
              ...{ letters: each, provider, ...conditionsOf(sustained) },
              figure:
                'the hub, from asking for an issue to its completion: composed, signed, three durable events of the ledger a letter; to a domain that Postfix swallows after its queue, where any name is somebody',
              peer: "Postfix's smtp-source, over as many sessions kept open: one of the same letters, signed already, to the same domain",
            },
          }),
          measured({
            ...{ name: `letters-postfix-${people}`, unit: 's', beside: 'peer' },
            ours: issue.map(({ ours }) => ours.seconds),
            other: issue.map(({ peer }) => peer.seconds),
            conditions: {
              ...{ letters: few, provider, ...conditionsOf(issue) },
              figure:
                'from an issue being due to all of its letters accepted and that recorded; each to a mailbox of its own, which Dovecot writes meanwhile',
              peer: "Postfix's smtp-source, over as many sessions kept open: one of the same letters, to one of the mailboxes",
            },
          }),
        ];
      }),
    ),
};
