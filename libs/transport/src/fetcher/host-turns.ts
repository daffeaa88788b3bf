/** How often one host is asked: `burst` requests after a rest, then one every so many milliseconds. */
export type Pace = Readonly<{ burst: number; every: number }>;

/** As docs/politeness.md says it. */
export const politePace: Pace = { burst: 4, every: 2_000 };

/**
 * Lets requests to one host (its name, and its port where it says one) through one after another, and not more often than
 * a pace says; requests to several hosts do not wait for one another.
 */
export abstract class HostTurns {
  /**
   * Runs an errand when it is its turn, and resolves or rejects as it does; one that is called off meanwhile rejects with
   * the signal's reason and holds up nobody.
   */
  abstract take<Result>(host: string, signal: AbortSignal | undefined, errand: () => Promise<Result>): Promise<Result>;
  abstract close(): Promise<void>;
}

/** Whoever runs the hub runs that too, and may load it as they like: it is asked one by one, and at any pace. */
export const isThisMachine = (host: string): boolean => /^(127\.|\[::1\]|localhost(:|$))/.test(host);
