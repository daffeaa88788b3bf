import type { Instant } from '@relais/vocabulary';

/** An alarm: wake up for this. `id` names what is due and nothing of any person; the same kind and id again moves the alarm. */
export type Alarm = Readonly<{ kind: string; id: string; at: Instant }>;

/** How many alarms of a kind may ring at the same time in a process; one, unless it is said. */
export type Ringing = Readonly<{ together?: number }>;

/**
 * Alarm clocks, never the truth: an alarm may ring twice or be lost, what is due is computed from the log at start.
 * Alarms of one kind ring one after another in a process, or so many together as its handler wants; each setting of one
 * is rung by one process. A handler that fails is rung again later (after 1 s, 2 s, 4 s … up to 5 min), unless the alarm was
 * moved or cancelled meanwhile.
 */
export abstract class Queue {
  /** Rejects for what is no instant. */
  abstract set(alarm: Alarm): Promise<void>;
  abstract cancel(kind: string, id: string): Promise<void>;
  /** Rings this handler for alarms of a kind, also those set before; resolves to what stops it when what rings has ended. */
  abstract onRing(
    kind: string,
    handler: (id: string) => Promise<void>,
    ringing?: Ringing,
  ): Promise<() => Promise<void>>;
  /** Resolves when what rings has ended. */
  abstract close(): Promise<void>;
}
