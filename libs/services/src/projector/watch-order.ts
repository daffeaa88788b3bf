import type { Projector, ReplayState } from '@relais/read-models';
import type { ControlHandler } from '../control/control-server.js';
import type { EndedReplay, LastReplay } from './last-replay.js';

/** What whoever watches the replays is told, first as it is and then whenever it is other. Plain: it is sent as JSON. */
export type ReplaysSaid = Readonly<{ running?: ReplayState; ended?: EndedReplay }>;

/** Tells of every replay until whoever asked leaves. */
export const watchOrder =
  ({ replays }: Projector, last: LastReplay): ControlHandler =>
  async (_, say, gone) => {
    const tell = (): void => {
      const { running } = replays;
      const { ended } = last;
      say({ ...(running && { running }), ...(ended && { ended }) } satisfies ReplaysSaid);
    };
    // What one came to is kept a moment after it no longer runs: both are told at once.
    const unwatch = [replays.watch((state) => state && tell()), last.watch(tell)];
    tell();
    if (!gone.aborted) await new Promise((resolve) => gone.addEventListener('abort', resolve, { once: true }));
    for (const stop of unwatch) stop();
  };
