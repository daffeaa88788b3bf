import type { HubEvent } from '@relais/catalogue';
import type { EventOf, Recorded } from '@relais/event-sourcing';
import type { LetterId } from '@relais/vocabulary';

export type ToldLetter = EventOf<HubEvent, 'letter.intended'>['data'];

/** What became of it: it may have been read, it may still be sent, or it was not. */
export type Arrival = 'arrived' | 'to-come' | 'never';

/** Letters of some issues and what became of them, in the order in which they were intended. */
export class ToldLetters {
  readonly types: readonly string[] = [
    ...['letter.intended', 'letter.handed-over', 'letter.accepted', 'letter.unknown', 'letter.refused'],
  ];
  readonly #letters = new Map<LetterId, { letter: ToldLetter; arrival: Arrival }>();

  constructor(private readonly issues: ReadonlySet<string>) {}

  evolve({ type, data }: Recorded<HubEvent>): void {
    if (type === 'letter.intended') {
      const { letter, purpose, issue, further = [] } = data;
      if (purpose !== 'digest' && purpose !== 'correction') return;
      if ([issue, ...further].some((one) => one !== undefined && this.issues.has(one)))
        this.#letters.set(letter, { letter: data, arrival: 'to-come' });
      return;
    }
    if (!('letter' in data)) return;
    const known = this.#letters.get(data.letter);
    if (known === undefined) return;
    if (type === 'letter.refused') known.arrival = data.permanent ? 'never' : 'to-come';
    else if (type.startsWith('letter.')) known.arrival = 'arrived';
  }

  all(): readonly Readonly<{ letter: ToldLetter; arrival: Arrival }>[] {
    return [...this.#letters.values()];
  }
}
