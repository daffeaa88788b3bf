import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import { EventStore } from '@relais/event-store';
import type { Basis, GatheringId, RulingId } from '@relais/vocabulary';
import type { RuledOn, RulingLine } from '@relais/web/console';
import { OneAtATime } from '../../../wiring/one-at-a-time.js';

const types = [
  ...['ruling.made', 'ruling.revoked', 'gathering.announcement-attached'],
  ...['gathering.announcement-detached', 'gathering.announcement-revised'],
];
const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;

type Written = Omit<RulingLine, 'announcements'> & Readonly<{ announcements: readonly [Basis, Basis] }>;

/** Every ruling, who made and undid it and when, and where its announcements are: folded from the log, further each time it is asked. */
@Injectable()
export class RulingBook {
  readonly #written = new Map<RulingId, Written>();
  readonly #spoken = new Map<string, { title: string; gathering?: GatheringId }>();
  #position = 0n;
  readonly #turns = new OneAtATime();

  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  /** The newest first. */
  async lines(): Promise<readonly RulingLine[]> {
    await this.#turns.take(() => this.#refresh());
    return [...this.#written.values()].reverse().map(({ announcements: [one, other], ...line }) => ({
      ...line,
      announcements: [this.#ruledOn(one), this.#ruledOn(other)],
    }));
  }

  #ruledOn({ source, item }: Basis): RuledOn {
    return { source, item, ...(this.#spoken.get(keyOf({ source, item })) ?? { title: item }) };
  }

  async #refresh(): Promise<void> {
    const head = await this.store.head();
    if (head === this.#position) return;
    for await (const page of this.store.readAll(this.#position, { types }))
      for (const event of page) this.#take(knownEvent(event));
    this.#position = head;
  }

  #take({ type, data, recordedAt: at }: ReturnType<typeof knownEvent>): void {
    switch (type) {
      case 'ruling.made': {
        const { ruling, verdict, announcements, by, note } = data;
        this.#written.set(ruling, { ruling, verdict, announcements, by, at, ...(note !== undefined && { note }) });
        break;
      }
      case 'ruling.revoked': {
        const made = this.#written.get(data.ruling);
        if (made) this.#written.set(data.ruling, { ...made, revoked: { by: data.by, at } });
        break;
      }
      case 'gathering.announcement-attached':
      case 'gathering.announcement-revised':
        this.#spoken.set(keyOf(data.announcement), { title: data.says.title, gathering: data.gathering });
        break;
      case 'gathering.announcement-detached': {
        const said = this.#spoken.get(keyOf(data.announcement));
        if (said?.gathering === data.gathering) this.#spoken.set(keyOf(data.announcement), { title: said.title });
        break;
      }
      default:
        break;
    }
  }
}
