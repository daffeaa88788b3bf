import type { Projector, ReplayOptions, ReplayResult, ReplayState } from '@relais/read-models';
import type { ControlHandler } from '../control/control-server.js';
import { Unavailable } from '../wiring/unavailable.js';

/** What can be done with a replay that runs. */
export type ReplayAct = 'pause' | 'resume' | 'cancel' | 'state';

const optionsOf = ({ dryRun, show, only, diff }: Readonly<Record<string, unknown>>): ReplayOptions => ({
  ...{ dryRun: dryRun === true, show: show !== false },
  ...(typeof diff === 'object' && diff !== null && { diff }),
  ...(Array.isArray(only) && only.length > 0 && { only: only.map(String) }),
});

/** What the projector of a running hub is told to do about replays; `running` is told of each that begins. */
export const replayOrders = (
  projector: Projector,
  running: (replay: Promise<ReplayResult>, options: ReplayOptions) => void,
): Readonly<Record<'replay' | 'replaying', ControlHandler>> => ({
  replay: (options, onProgress) => {
    const order = optionsOf(options);
    const replay = projector.replay({ ...order, onProgress, onDiff: (diff) => onProgress({ diff }) });
    running(replay, order);
    return replay;
  },
  replaying: async ({ act }): Promise<ReplayState> => {
    const { replays } = projector;
    const state = replays.running;
    if (state === undefined) throw new Unavailable('no replay runs');
    if (act === 'pause' || act === 'resume') replays[act]();
    if (act === 'cancel') await cancelled(projector);
    return replays.running ?? state;
  },
});

/** Resolves when nothing is left of it: another can be begun. */
const cancelled = ({ replays }: Projector): Promise<void> =>
  new Promise((resolve) => {
    const unwatch = replays.watch((state) => {
      if (state !== undefined) return;
      unwatch();
      resolve();
    });
    replays.cancel();
  });
