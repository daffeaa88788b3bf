import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { ProjectorSeen } from '@relais/web/console';
import { ask } from '../../../control/control-client.js';
import { ProjectorLine } from './projector-line.js';

/** After so many milliseconds a projector that was not there is looked for again. */
const again = 1_000;

/** Somebody who is told of replays until they leave; `end` lets them go. */
export type Viewer = Readonly<{ tell: (projector: ProjectorSeen) => void; end: () => void }>;

/**
 * What the projector says of its replays, to however many look: one connection to it while anybody does, and none else. It
 * may come and go, and be another process.
 */
@Injectable()
export class ReplayWatch implements BeforeApplicationShutdown {
  readonly #viewers = new Set<Viewer>();
  #watching: AbortController | undefined;
  #last: ProjectorSeen | undefined;

  constructor(@Inject(ProjectorLine) private readonly line: ProjectorLine) {}

  /** How many look at this moment. */
  get viewers(): number {
    return this.#viewers.size;
  }

  /** Whether the projector is listened to. */
  get isWatching(): boolean {
    return this.#watching !== undefined;
  }

  /** Tells as it is now, and then whenever it is other, until what is returned is called. */
  join(viewer: Viewer): () => void {
    this.#viewers.add(viewer);
    // One that was not there is looked for at once: who comes now may know that it is back.
    if (this.#last === 'nobody') this.#leave();
    else if (this.#last !== undefined) viewer.tell(this.#last);
    if (this.#watching === undefined) void this.#follow((this.#watching = new AbortController()).signal);
    return () => {
      this.#viewers.delete(viewer);
      if (this.#viewers.size === 0) this.#leave();
    };
  }

  /** As it is now. */
  now(): Promise<ProjectorSeen> {
    return new Promise((resolve) => {
      const leave = new AbortController();
      const viewer = {
        tell(projector: ProjectorSeen): void {
          resolve(projector);
          leave.abort();
        },
        end: (): void => viewer.tell('nobody'),
      };
      const left = this.join(viewer);
      if (leave.signal.aborted) left();
      else leave.signal.addEventListener('abort', left, { once: true });
    });
  }

  /** Before the server waits for its last connections. */
  beforeApplicationShutdown(): void {
    for (const viewer of [...this.#viewers]) viewer.end();
    this.#leave();
  }

  #leave(): void {
    this.#watching?.abort();
    this.#watching = this.#last = undefined;
  }

  #tell(projector: ProjectorSeen): void {
    this.#last = projector;
    for (const { tell } of [...this.#viewers]) tell(projector);
  }

  async #follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const tell = (said: unknown): void => {
        if (!signal.aborted) this.#tell(said as ProjectorSeen);
      };
      // Whether nobody listens, stopped, or is of another version: nobody says anything.
      await ask(this.line.path, { verb: 'watch', options: {} }, tell, signal).catch(() => undefined);
      tell('nobody');
      await setTimeout(again, undefined, { signal }).catch(() => undefined);
    }
  }
}
