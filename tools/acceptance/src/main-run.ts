import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDigest, linkTo, wordsOf } from './letters.ts';
import { lastJson, type Room } from './room.ts';
import { pathOf, subscribe, type Post } from './subscribers.ts';
import { until } from './until.ts';

export const alice = 'alice@exemple.test';

type Collected = Readonly<{ sources: number; failed: number; events: number }>;

/** Collects all sources once more and throws where that recorded anything. Resolves to how many sources there are. */
export const collectsNothing = async (output: Promise<string>): Promise<number> => {
  const { sources, failed, events } = lastJson<Collected>(await output);
  assert.deepEqual({ failed, events }, { failed: 0, events: 0 });
  return sources;
};

type Composed = Readonly<{ issue: string; outcome: string; letters: number }>;
export const digest = async (room: Room): Promise<Composed> =>
  lastJson<Composed>(await room.relais('digest', '--list', 'info-lille', '--json'));

/** Files of the data folder that hold an address, whole or in part; letters in the outbox are addressed to it. */
export const holding = (dataFolder: string, address: string): readonly string[] => {
  const [name = ''] = address.split('@');
  return readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: file }) => join(parentPath, file))
    .filter((file) => !file.startsWith(join(dataFolder, 'outbox')))
    .filter((file) => `${file}\n${readFileSync(file, 'latin1')}`.toLowerCase().includes(name));
};

const follow = async (room: Room, link: string): Promise<void> => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) await room.site.get(pathOf(link), { method });
};

/**
 * What a hub is for, in a running room: everything is collected once more, Alice subscribes and confirms, gets one letter,
 * looks at its links, and leaves by one click. Resolves to what her letters say.
 */
export const mainRun = async (room: Room, post: Post) => {
  await collectsNothing(room.relais('collect', '--json'));
  await subscribe(room.site, post, [alice]);
  assert.deepEqual(await digest(room), { issue: 'info-lille-2026-11', outcome: 'sent', letters: 1 });
  const letters = await until('the letter of the issue', async () => {
    const found = await post();
    return found.some(isDigest) ? found : undefined;
  });
  const events = await room.events();
  assert.deepEqual(await digest(room), { issue: 'info-lille-2026-11', outcome: 'already-sent', letters: 0 });
  const [letter, ...others] = letters.filter(isDigest);
  assert.ok(letter && others.length === 0, 'one letter of the issue');
  for (const part of [letter.text, letter.html]) {
    assert.match(part, /\[exemple\] Assemblée des communs de Lille/);
    assert.match(part, /jeudi 26 novembre 2026/);
  }
  const [, oneClick = ''] = /<(.*)>/.exec(letter.header('List-Unsubscribe') ?? '') ?? [];
  assert.equal(letter.header('List-Unsubscribe-Post'), 'List-Unsubscribe=One-Click');
  for (const link of [oneClick, linkTo('quitter', letter), linkTo('preferences', letter)]) await follow(room, link);
  assert.equal(await room.events(), events, 'looking at links, and a second digest, record nothing');
  const left = await room.site.post(pathOf(oneClick), { 'List-Unsubscribe': 'One-Click' });
  assert.equal(left.status, 200, `leaving by one click answered ${left.status}`);
  const ended = (await room.relais('events', '--type', 'subscription.ended')).trim();
  assert.match(ended, /"reason":"one-click"/);
  assert.equal((await post()).length, 2, 'a confirmation letter and a letter of the issue, and no other');
  assert.deepEqual(holding(room.data, alice), [], 'files that hold the address in clear');
  return letters.map(wordsOf).sort((one, other) => (one.subject < other.subject ? -1 : 1));
};
