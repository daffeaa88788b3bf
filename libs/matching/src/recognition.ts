import type { HubEvent } from '@relais/catalogue';
import type { EventOf, Recorded } from '@relais/event-sourcing';
import {
  gatheringEventTypes,
  type Basis,
  type ExpectedOn,
  type GatheringCommand,
  type GatheringEvent,
  type MatchReason,
} from '@relais/gathering';
import type { ItemFields } from '@relais/source';
import { canonicalJson, type AssemblyId, type GatheringId } from '@relais/vocabulary';
import type { DomainAlias } from './canonical-url.js';
import { gatheringIdFor, type Hash } from './gathering-id.js';
import { ExpectedDays } from './expected-days.js';
import { announcementOf, itemDescribed } from './item-described.js';
import { ItemNames } from './item-names.js';
import { KnownGatherings } from './known-gatherings.js';
import { matched } from './ladder.js';
import type { Match } from './rung.js';
import { Venues, type Venue } from './venues.js';

type ItemEvent = EventOf<HubEvent, 'source.item-published' | 'source.item-revised' | 'source.item-withdrawn'>;

/** An item, and the gathering it speaks of. */
type Item = Readonly<{
  basis: Basis;
  assembly: AssemblyId;
  /** As its source shows it today; absent where it does not show it, or shows it as something else than a gathering. */
  fields?: ItemFields;
  attached?: GatheringId;
  /** Which it spoke of until it was withdrawn: it comes back to the same. */
  before?: GatheringId;
}>;

const first: MatchReason = { rule: 'first', detail: 'no gathering was known that it could speak of' };
const again: MatchReason = { rule: 'alias', detail: 'the same item spoke of it before it was withdrawn' };
const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;
const isOfGathering = (event: Recorded<HubEvent>): event is Recorded<GatheringEvent> =>
  Object.hasOwn(gatheringEventTypes, event.type);

/**
 * Which items speak of which gatherings: folded from the log, and from nothing else, so that a restart goes on where the
 * log ends. Items speak in the order in which they were last heard of; what a gathering would not record is not said to it.
 */
export class Recognition {
  readonly #known = new KnownGatherings();
  readonly #expected = new ExpectedDays();
  readonly #names = new ItemNames();
  readonly #items = new Map<string, Item>();
  readonly #announcements = new Map<GatheringId, Set<string>>();
  /** Items that may have something to say; {@link next} finds out which do. */
  readonly #waiting = new Set<string>();
  readonly #domains: readonly DomainAlias[];
  readonly #venues: Venues;
  readonly #hash: Hash;
  /** How many pairs were compared, to see that it does not grow with the square. */
  comparisons = 0;

  constructor({
    aliases,
    hash,
    venues = [],
  }: {
    aliases: readonly DomainAlias[];
    hash: Hash;
    venues?: readonly Venue[];
  }) {
    this.#venues = new Venues(venues);
    this.#domains = aliases;
    this.#hash = hash;
  }

  evolve(event: Recorded<HubEvent>): void {
    this.#expected.evolve(event);
    if (isOfGathering(event)) {
      this.#known.evolve(event);
      if (event.type === 'gathering.announcement-attached') this.#attach(event.data);
      if (event.type === 'gathering.announcement-detached') this.#detach(event.data);
      return;
    }
    switch (event.type) {
      case 'source.item-published':
      case 'source.item-revised':
      case 'source.item-withdrawn':
        this.#heard(event);
        break;
      case 'source.item-rekeyed':
        this.#names.rekey(event.data);
        break;
      default:
        break;
    }
  }

  /** The next item's command to its gathering; undefined when all is said. */
  next(): GatheringCommand | undefined {
    for (const key of this.#waiting) {
      const item = this.#items.get(key);
      const command = item && this.#commandFor(item);
      if (command && this.#known.hears(command)) return command;
      this.#waiting.delete(key);
    }
    return undefined;
  }

  /** The gathering was told, whether or not it recorded anything; an item that says something else by now waits on. */
  done(command: GatheringCommand): void {
    const basis = command.type === 'announce' ? command.announcement.basis : command.announcement;
    const fields = this.#items.get(keyOf(basis))?.fields;
    const said = command.type === 'announce' ? command.announcement : undefined;
    const says = fields && announcementOf(basis, fields);
    if (canonicalJson(said) === canonicalJson(says)) this.#waiting.delete(keyOf(basis));
  }

  #heard({ type, data }: ItemEvent): void {
    const { assembly } = data;
    const basis = this.#names.firstOf(data);
    const key = keyOf(basis);
    const { attached, before } = this.#items.get(key) ?? {};
    const fields = type !== 'source.item-withdrawn' && data.fields.kind === 'gathering' ? data.fields : undefined;
    this.#waiting.delete(key);
    this.#items.set(key, {
      ...{ basis, assembly },
      ...(fields && { fields }),
      ...(attached && { attached }),
      ...(before && { before }),
    });
    if (fields || attached) this.#waiting.add(key);
    if (attached) this.#point(attached);
  }

  #attach({ gathering, assembly, announcement }: EventOf<GatheringEvent, 'gathering.announcement-attached'>['data']) {
    const key = keyOf(announcement);
    const { before: _, ...item } = this.#items.get(key) ?? { basis: announcement, assembly };
    // Its source may have said something else in the meantime.
    if (this.#items.has(key)) this.#waiting.add(key);
    this.#items.set(key, { ...item, attached: gathering });
    this.#announcements.set(gathering, (this.#announcements.get(gathering) ?? new Set()).add(key));
    this.#point(gathering);
  }

  #detach({ gathering, announcement, reason }: EventOf<GatheringEvent, 'gathering.announcement-detached'>['data']) {
    const key = keyOf(announcement);
    const { attached: _, ...item } = this.#items.get(key) ?? {};
    this.#announcements.get(gathering)?.delete(key);
    this.#point(gathering);
    if (!('basis' in item)) return;
    this.#items.set(key, { ...item, ...(reason === 'withdrawn' && { before: gathering }) });
    if (reason === 'withdrawn') this.#waiting.add(key);
    else this.#waiting.delete(key);
  }

  #point(gathering: GatheringId): void {
    const items = [...(this.#announcements.get(gathering) ?? [])].flatMap((key) => this.#items.get(key) ?? []);
    const pointing = items.flatMap(({ basis: { source }, assembly, fields }) =>
      fields ? [{ source, pointers: itemDescribed(assembly, fields, this.#domains) }] : [],
    );
    this.#known.point(gathering, pointing);
  }

  #commandFor({ basis, assembly, fields, attached, before }: Item): GatheringCommand | undefined {
    if (fields === undefined) return attached && { type: 'withdraw', gathering: attached, announcement: basis };
    const announcement = announcementOf(basis, fields);
    const own = attached ?? before;
    const said = { type: 'announce', assembly, announcement, ...this.#expectedDay(assembly, fields) } as const;
    if (own) return { ...said, gathering: own, score: 1, reasons: [again] };
    const found = this.#bestMatch(basis, assembly, fields);
    const gathering = found?.gathering ?? gatheringIdFor(basis, this.#hash, (id) => this.#known.has(id));
    const { score, reasons } = found ?? { score: 1, reasons: [first] };
    return { ...said, gathering, score, reasons };
  }

  #expectedDay(assembly: AssemblyId, fields: ItemFields): { occurrence?: ExpectedOn } {
    const spokenOf = this.#expected.spokenOf(itemDescribed(assembly, fields, this.#domains));
    if (spokenOf === undefined) return {};
    const { rhythm, date } = spokenOf.occurrence;
    return { occurrence: { rhythm, date } };
  }

  #bestMatch(
    { source }: Basis,
    assembly: AssemblyId,
    fields: ItemFields,
  ): (Match & { gathering: GatheringId }) | undefined {
    const item = { ...itemDescribed(assembly, fields, this.#domains), source };
    let best: (Match & { gathering: GatheringId }) | undefined;
    for (const known of this.#known.candidates(item)) {
      this.comparisons++;
      const match = matched(item, known, this.#venues, this.#expected);
      if (match && match.score > (best?.score ?? 0)) best = { ...match, gathering: known.gathering };
    }
    return best;
  }
}
