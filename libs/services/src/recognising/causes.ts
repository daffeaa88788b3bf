import type { HubEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import type { Cause } from '@relais/event-store';
import type { GatheringCommand } from '@relais/gathering';

type Caused = Pick<Recorded, 'id' | 'metadata'>;

const causeOf = ({ id, metadata }: Caused): Cause => ({
  causation: id,
  ...(metadata?.correlation !== undefined && { correlation: metadata.correlation }),
});

const keyOf = (source: string, item: string): string => `${source} ${item}`;

/** Which event of the log each command to a gathering comes of: what its item said last, or the ruling that moves it. */
export class Causes {
  readonly #items = new Map<string, Caused>();
  #ruling: Caused | undefined;

  evolve(event: Recorded<HubEvent>): void {
    const { id, metadata } = event;
    const caused: Caused = { id, ...(metadata && { metadata }) };
    switch (event.type) {
      case 'source.item-published':
      case 'source.item-revised':
      case 'source.item-withdrawn':
        this.#items.set(keyOf(event.data.source, event.data.item), caused);
        break;
      case 'source.item-rekeyed':
        this.#items.set(keyOf(event.data.source, event.data.to), caused);
        break;
      case 'ruling.made':
      case 'ruling.revoked':
        this.#ruling = caused;
        break;
      default:
    }
  }

  of(command: GatheringCommand): Cause {
    const basis = command.type === 'announce' ? command.announcement.basis : command.announcement;
    const caused = command.type === 'release' ? this.#ruling : this.#items.get(keyOf(basis.source, basis.item));
    return caused === undefined ? {} : causeOf(caused);
  }
}
