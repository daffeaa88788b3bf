import { readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Generations, Projector, projections, type ReplayState } from '@relais/read-models';
import { ask } from '../../control/control-client.js';
import { socketPath } from '../../control/socket-path.js';
import type { HubUnderTest } from '../../testing/index.js';
import type { ReplayAct } from '../replay-orders.js';

type Options = Readonly<Record<string, unknown>>;

/** Says something to the projector of a data folder, over its socket. */
export const told = (
  { folder }: Pick<HubUnderTest, 'folder'>,
  verb: string,
  options: Options = {},
  step: (step: unknown) => void = () => undefined,
  gone?: AbortSignal,
): Promise<unknown> => ask(socketPath(folder, 'projector'), { verb, options }, step, gone);

export const act = async (hub: HubUnderTest, act: ReplayAct): Promise<ReplayState> =>
  (await told(hub, 'replaying', { act })) as ReplayState;

/** A replay that was asked for over the socket, and held while its thread had hardly begun to read. */
export const heldReplay = async (hub: HubUnderTest, options: Options = {}): Promise<{ replay: Promise<unknown> }> => {
  const replay = told(hub, 'replay', options);
  await whenBegun(hub, replay);
  hub.get(Projector).replays.pause();
  await act(hub, 'pause');
  return { replay };
};

/** Resolves when a replay that somebody asked for has begun, or came to nothing before. */
export const whenBegun = async (hub: HubUnderTest, asked: Promise<unknown>): Promise<void> => {
  const { replays } = hub.get(Projector);
  let isOver = false;
  asked.catch(() => undefined).finally(() => (isOver = true));
  while (replays.running === undefined && !isOver) await new Promise((resolve) => setImmediate(resolve));
};

/** Resolves when no replay runs. */
export const whenOver = ({ replays }: Projector): Promise<void> =>
  new Promise((resolve) => {
    if (replays.running === undefined) return resolve();
    const unwatch = replays.watch((state) => {
      if (state !== undefined) return;
      unwatch();
      resolve();
    });
  });

/** The rows of each projection in a generation. */
export const rowsOf = (generations: Generations, number: number): Readonly<Record<string, unknown[]>> => {
  const database = new DatabaseSync(generations.fileOf(number), { readOnly: true });
  const rows = projections.map(({ name }) => [
    name,
    database.prepare(`SELECT * FROM "rows_${name}" ORDER BY key`).all(),
  ]);
  database.close();
  return Object.fromEntries(rows) as Record<string, unknown[]>;
};

/** What is there of generations that were begun and are not whole. */
export const buildingsIn = ({ folder }: Generations): string[] =>
  readdirSync(folder).filter((name) => name.includes('building'));
