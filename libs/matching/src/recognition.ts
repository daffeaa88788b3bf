import type { HubEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import type { Announcement, Basis, GatheringCommand, MatchReason } from '@relais/gathering';
import type { ItemFields } from '@relais/source';
import type { AssemblyId, GatheringId } from '@relais/vocabulary';
import { canonicalUrl, type DomainAlias } from './canonical-url.js';
import { gatheringIdFor, type Hash } from './gathering-id.js';
import { GatheringIndex } from './gathering-index.js';
import type { Described } from './known-gathering.js';
import { matched, type Match } from './ladder.js';

type ItemEvent = Extract<HubEvent, { type: 'source.item-published' | 'source.item-revised' | 'source.item-withdrawn' }>;
type Spoken = Readonly<{ basis: Basis; assembly: AssemblyId; fields?: ItemFields }>;

const first: MatchReason = { rule: 'first', detail: 'no gathering was known that it could speak of' };
const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;

/**
 * Which items speak of which gatherings: an index folded from the log, and what is still to be said to the gatherings.
 * Items wait in log order. An item is done once a gathering event names it as its basis, or once {@link done} is called:
 * a decider that had nothing to record leaves no trace, so after a restart such items are sent again, which records nothing.
 * To keep that cheap, an item whose gathering already stood as it says is not made to wait again.
 */
export class Recognition {
  readonly #index = new GatheringIndex();
  readonly #attached = new Map<string, GatheringId>();
  readonly #waiting = new Map<string, Spoken>();
  readonly #fields = new Map<string, ItemFields>();
  readonly #aliases: readonly DomainAlias[];
  readonly #hash: Hash;
  /** How many pairs were compared, to see that it does not grow with the square. */
  comparisons = 0;

  constructor({ aliases, hash }: { aliases: readonly DomainAlias[]; hash: Hash }) {
    this.#aliases = aliases;
    this.#hash = hash;
  }

  evolve(event: Recorded<HubEvent>): void {
    switch (event.type) {
      case 'source.item-published':
      case 'source.item-revised':
      case 'source.item-withdrawn':
        this.#heard(event);
        break;
      case 'gathering.recognised': {
        const { gathering, assembly, title, when, place } = event.data;
        const described = {
          assembly,
          title,
          ...(when && { when }),
          ...(place && { place }),
          urls: [],
          aliases: [],
          mentions: [],
        };
        this.#index.put({ ...described, gathering, sources: new Set() });
        break;
      }
      case 'gathering.announcement-attached':
        this.#attach(event.data.gathering, event.data.announcement);
        break;
      case 'gathering.announcement-revised':
        this.#attach(event.data.gathering, event.data.announcement);
        break;
      case 'gathering.announcement-detached':
        this.#attached.delete(keyOf(event.data.announcement));
        this.#waiting.delete(keyOf(event.data.announcement));
        break;
      case 'gathering.rescheduled':
      case 'gathering.relocated':
      case 'gathering.retitled':
        this.#change(event.data);
        break;
      default:
        break;
    }
  }

  /** The next item's command to its gathering, in log order; undefined when all is said. */
  next(): GatheringCommand | undefined {
    for (const [key, spoken] of this.#waiting) {
      const command = this.#commandFor(key, spoken);
      if (command) return command;
      this.#waiting.delete(key);
    }
    return undefined;
  }

  /** The gathering was told, whether or not it recorded anything. */
  done(command: GatheringCommand): void {
    this.#waiting.delete(keyOf(command.type === 'announce' ? command.announcement.basis : command.announcement));
  }

  #heard({ type, data }: ItemEvent): void {
    const { source, item, assembly } = data;
    const basis = { source, item };
    const key = keyOf(basis);
    this.#waiting.delete(key);
    if (type === 'source.item-withdrawn') {
      this.#waiting.set(key, { basis, assembly });
      return;
    }
    this.#fields.set(key, data.fields);
    if (data.fields.kind === 'gathering') this.#waiting.set(key, { basis, assembly, fields: data.fields });
    else if (this.#attached.has(key)) this.#waiting.set(key, { basis, assembly });
  }

  #commandFor(key: string, { basis, assembly, fields }: Spoken): GatheringCommand | undefined {
    const attached = this.#attached.get(key);
    if (fields === undefined) return attached && { type: 'withdraw', gathering: attached, announcement: basis };
    const announcement = announcementOf(basis, fields);
    if (attached) return { type: 'announce', gathering: attached, assembly, announcement, score: 1, reasons: [first] };
    const found = this.#bestMatch(basis, assembly, fields);
    const gathering = found?.gathering ?? gatheringIdFor(basis, this.#hash, (id) => this.#index.get(id) !== undefined);
    const { score, reasons } = found ?? { score: 1, reasons: [first] };
    return { type: 'announce', gathering, assembly, announcement, score, reasons };
  }

  #bestMatch(
    { source }: Basis,
    assembly: AssemblyId,
    fields: ItemFields,
  ): (Match & { gathering: GatheringId }) | undefined {
    const item = { ...this.#describe(assembly, fields), source };
    let best: (Match & { gathering: GatheringId }) | undefined;
    for (const known of this.#index.candidates(item)) {
      this.comparisons++;
      const match = matched(item, known);
      if (match && match.score > (best?.score ?? 0)) best = { ...match, gathering: known.gathering };
    }
    return best;
  }

  #describe(assembly: AssemblyId, { title, when, place, link, aliases = [], mentions = [] }: ItemFields): Described {
    const canonical = (urls: readonly string[]): string[] =>
      urls.flatMap((url) => canonicalUrl(url, this.#aliases) ?? []);
    return {
      ...{ assembly, title, aliases },
      ...(when && { when }),
      ...(place && { place }),
      urls: canonical(link ? [link] : []),
      mentions: canonical(mentions),
    };
  }

  #attach(gathering: GatheringId, basis: Basis): void {
    const key = keyOf(basis);
    this.#attached.set(key, gathering);
    this.#waiting.delete(key);
    const known = this.#index.get(gathering);
    const fields = this.#fields.get(key);
    if (known === undefined || fields === undefined) return;
    const { urls, aliases, mentions } = this.#describe(known.assembly, fields);
    const both = (one: readonly string[], other: readonly string[]): string[] => [...new Set([...one, ...other])];
    this.#index.put({
      ...known,
      urls: both(known.urls, urls),
      aliases: both(known.aliases, aliases),
      mentions: both(known.mentions, mentions),
      sources: new Set([...known.sources, basis.source]),
    });
  }

  #change({
    gathering,
    ...change
  }: { gathering: GatheringId } & Partial<Pick<Described, 'title' | 'when' | 'place'>>): void {
    const known = this.#index.get(gathering);
    const { title = known?.title, when = known?.when, place = known?.place } = change;
    if (known && title) this.#index.put({ ...known, title, ...(when && { when }), ...(place && { place }) });
  }
}

const announcementOf = (
  basis: Basis,
  { title, link, when, place, summary, published, status }: ItemFields,
): Announcement => ({
  basis,
  title,
  ...(link && { link }),
  ...(when && { when }),
  ...(place && { place }),
  ...(summary && { summary }),
  ...(published && { published }),
  ...(status === 'cancelled' && { cancelled: true as const }),
});
