import type { Recorded } from '@relais/event-sourcing';
import type { Selection } from '../event-store.js';
import { catchUpThenLive } from '../subscription.js';
import { Wake } from '../wake.js';
import { Listening } from './listening.js';
import type { Paging } from './paging.js';
import type { Persistence } from './patience.js';
import type { Session } from './session.js';
import type { Stored } from './stored.js';

type Events = AsyncIterable<readonly Recorded[]>;

/** Lets readers follow the log: it is read page by page, whenever the server says that there is more. */
export class Following {
  readonly #wake = new Wake();
  readonly #listening: Listening;

  constructor(
    private readonly session: Session,
    private readonly paging: Paging,
    private readonly recorded: (pages: AsyncIterable<readonly Stored[]>) => Events,
  ) {
    const head = () => paging.head(session.endless());
    const { silence, lookAgain, signal } = session;
    this.#listening = new Listening(session.connection, this.#wake, { head, silence, lookAgain, signal });
  }

  async *from(after: bigint, signal: AbortSignal, selection: Selection): Events {
    const ending = AbortSignal.any([signal, this.session.signal]);
    const patient = (): Persistence => ({ signal: ending, until: Infinity });
    this.#listening.begin();
    const reading = {
      head: () => this.paging.head(patient()),
      readAll: (from?: bigint) => this.recorded(this.paging.all(from ?? 0n, selection, patient)),
    };
    try {
      yield* this.session.inWords(catchUpThenLive(reading, this.#wake, after, ending));
    } catch (error) {
      if (!ending.aborted) throw error;
    }
  }
}
