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
import { rulingEventTypes, type RulingEvent } from '@relais/ruling';
import type { ItemFields } from '@relais/source';
import { canonicalJson, type AssemblyId, type GatheringId } from '@relais/vocabulary';
import { Asked } from './asked.js';
import type { DomainAlias } from './canonical-url.js';
import type { Hash } from './gathering-id.js';
import { ExpectedDays } from './expected-days.js';
import type { Because, Item } from './item.js';
import { announcementOf, itemDescribed } from './item-described.js';
import { ItemNames } from './item-names.js';
import { KnownGatherings } from './known-gatherings.js';
import { matched } from './ladder.js';
import { RuledPlaces } from './ruled-places.js';
import type { Match } from './rung.js';
import { Venues, type Venue } from './venues.js';

type ItemEvent = EventOf<HubEvent, 'source.item-published' | 'source.item-revised' | 'source.item-withdrawn'>;

const first: MatchReason = { rule: 'first', detail: 'no gathering was known that it could speak of' };
const again: MatchReason = { rule: 'returned', detail: 'the same item spoke of it before it was withdrawn' };
const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;
const isOfGathering = (event: Recorded<HubEvent>): event is Recorded<GatheringEvent> =>
  Object.hasOwn(gatheringEventTypes, event.type);
const isRuling = (event: Recorded<HubEvent>): event is Recorded<RulingEvent> =>
  Object.hasOwn(rulingEventTypes, event.type);
const into = (map: Map<GatheringId, Set<string>>, gathering: GatheringId, key: string): void =>
  void map.set(gathering, (map.get(gathering) ?? new Set()).add(key));

/**
 * Which items speak of which gatherings: folded from the log, and from nothing else, so that a restart goes on where the
 * log ends. Items speak in the order in which they were last heard of; what a gathering would not record is not said to it.
 */
export class Recognition {
  readonly #known = new KnownGatherings();
  readonly #expected = new ExpectedDays();
  readonly #names = new ItemNames();
  readonly #items = new Map<string, Item>();
  readonly #attached = new Map<GatheringId, Set<string>>();
  readonly #filed = new Map<GatheringId, Set<string>>();
  readonly #places: RuledPlaces;
  #ranks = 0;
  /** Announcements that rulings, or the end of one, take elsewhere: they go before anybody speaks. */
  readonly #moving = new Set<string>();
  /** Items that may have something to say; {@link next} finds out which do. */
  readonly #waiting = new Asked((key) => this.#items.get(key)?.heard ?? 0);
  readonly #domains: readonly DomainAlias[];
  readonly #venues: Venues;
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
    this.#places = new RuledPlaces(
      (key) => this.#items.get(key),
      (id) => this.#known.has(id),
      hash,
    );
  }

  evolve(event: Recorded<HubEvent>): void {
    this.#expected.evolve(event);
    if (isOfGathering(event)) {
      this.#known.evolve(event);
      if (event.type === 'gathering.recognised') this.#places.found(event.data.gathering, event.data.basis);
      if (event.type === 'gathering.announcement-attached') this.#attach(event.data);
      if (event.type === 'gathering.announcement-detached') this.#detach(event.data);
      return;
    }
    if (isRuling(event)) {
      this.#places.evolve(event, (basis) => this.#names.firstOf(basis));
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
    if (this.#places.isOutdated) this.#settle();
    for (const key of this.#moving) {
      const command = this.#hearable(key);
      if (command) return command;
      this.#moving.delete(key);
    }
    for (let key = this.#waiting.first(); key !== undefined; key = this.#waiting.first()) {
      const command = this.#hearable(key);
      if (command) return command;
      this.#waiting.delete(key);
    }
    return undefined;
  }

  /** The gathering was told, whether or not it recorded anything; an item that says something else by now waits on. */
  done(command: GatheringCommand): void {
    if (command.type === 'release') return;
    const basis = command.type === 'announce' ? command.announcement.basis : command.announcement;
    const fields = this.#items.get(keyOf(basis))?.fields;
    const said = command.type === 'announce' ? command.announcement : undefined;
    const says = fields && announcementOf(basis, fields);
    if (canonicalJson(said) === canonicalJson(says)) this.#waiting.delete(keyOf(basis));
  }

  #hearable(key: string): GatheringCommand | undefined {
    const item = this.#items.get(key);
    const command = item && this.#commandFor(item);
    return command && this.#known.hears(command) ? command : undefined;
  }

  #heard({ type, data }: ItemEvent): void {
    const { assembly } = data;
    const basis = this.#names.firstOf(data);
    const key = keyOf(basis);
    const { fields: _, ...known }: Partial<Item> = this.#items.get(key) ?? {};
    const fields = type !== 'source.item-withdrawn' && data.fields.kind === 'gathering' ? data.fields : undefined;
    this.#items.set(key, { ...known, basis, assembly, heard: this.#ranks++, ...(fields && { fields }) });
    if (fields || known.attached) this.#waiting.hear(key);
    else this.#waiting.delete(key);
    if (known.filed) this.#point(known.filed);
  }

  #attach(data: EventOf<GatheringEvent, 'gathering.announcement-attached'>['data']) {
    const { gathering, assembly, announcement, by, score, reasons } = data;
    const key = keyOf(announcement);
    const { away: _, ...item } = this.#items.get(key) ?? { basis: announcement, assembly };
    // Its source may have said something else in the meantime.
    if (this.#items.has(key)) this.#waiting.add(key);
    const home = data.home ?? (by === 'rule' ? gathering : (item.home ?? gathering));
    const rank = item.rank ?? this.#ranks++;
    const because = by === 'rule' || item.because === undefined ? { score, reasons } : item.because;
    this.#items.set(key, { ...item, ...{ attached: gathering, home, rank, because } });
    into(this.#attached, gathering, key);
    this.#places.attach(key, gathering, home, home !== item.home);
    this.#file(key, this.#places.filedUnder(key, home));
    this.#point(gathering);
  }

  #detach({ gathering, announcement, reason, to }: EventOf<GatheringEvent, 'gathering.announcement-detached'>['data']) {
    const key = keyOf(announcement);
    const { attached: _, ...item } = this.#items.get(key) ?? {};
    this.#attached.get(gathering)?.delete(key);
    if (!('basis' in item)) return;
    // What it alone gave may be said by others.
    for (const left of this.#attached.get(gathering) ?? []) this.#waiting.add(left);
    if (to) {
      this.#items.set(key, { ...item, away: 'moving' });
      this.#waiting.add(key);
      this.#point(gathering);
      return;
    }
    const { home: __, because: ___, ...known } = item;
    this.#items.set(key, reason === 'withdrawn' ? { ...item, away: 'withdrawn' } : known);
    this.#file(key, undefined);
    if (reason === 'withdrawn') this.#waiting.add(key);
    else this.#waiting.delete(key);
  }

  /** Others find the item under this gathering from now on, and no longer where they did. */
  #file(key: string, gathering: GatheringId | undefined): void {
    const { filed, ...item } = this.#items.get(key) ?? {};
    if (!('basis' in item)) return;
    this.#items.set(key, { ...item, ...(gathering && { filed: gathering }) });
    if (filed) this.#filed.get(filed)?.delete(key);
    if (gathering) into(this.#filed, gathering, key);
    for (const one of new Set([filed, gathering])) if (one) this.#point(one);
  }

  #point(gathering: GatheringId): void {
    const items = [...(this.#filed.get(gathering) ?? [])].flatMap((key) => this.#items.get(key) ?? []);
    const speaking = items.flatMap(({ basis: { source }, assembly, fields, attached }) =>
      fields ? [{ source, attached, described: itemDescribed(assembly, fields, this.#domains) }] : [],
    );
    // Where rulings have all of them elsewhere, the gathering itself does not follow what they say.
    const isHere = speaking.some(({ attached }) => attached === gathering);
    this.#known.point(gathering, speaking, isHere ? undefined : speaking[0]?.described);
  }

  /** Works out where everything belongs, now that rulings changed, and who has to move. */
  #settle(): void {
    const placement = this.#places.settle();
    this.#moving.clear();
    for (const [key, { fields, attached, home, filed, away }] of this.#items) {
      if (home === undefined) continue;
      const under = placement.filedUnder(key, home);
      if (filed !== undefined && filed !== under) this.#file(key, under);
      const isPlaced = attached === undefined ? away !== 'moving' : attached === placement.of(key, home);
      if (fields && !isPlaced) this.#moving.add(key);
    }
  }

  #commandFor(item: Item): GatheringCommand | undefined {
    const { basis, assembly, fields, attached } = item;
    if (fields === undefined) return attached && { type: 'withdraw', gathering: attached, announcement: basis };
    const { home, score, reasons } = this.#homeOf(item, fields);
    const gathering = this.#places.placeOf(keyOf(basis), home, item.home === undefined);
    if (attached && attached !== gathering)
      return {
        type: 'release',
        gathering: attached,
        announcement: basis,
        to: gathering,
        ...(fields.summary && { summary: fields.summary }),
      };
    const announcement = announcementOf(basis, fields);
    const said = {
      type: 'announce',
      gathering,
      assembly,
      announcement,
      score,
      ...this.#expectedDay(assembly, fields),
    } as const;
    return gathering === home
      ? { ...said, reasons }
      : { ...said, home, reasons: [this.#places.reasonFor(basis), ...reasons] };
  }

  /** Where the rules have an item: found now, or found once and for all. */
  #homeOf({ basis, assembly, home, because, away }: Item, fields: ItemFields): Because & { home: GatheringId } {
    if (home) return { home, ...((away !== 'withdrawn' && because) || { score: 1, reasons: [again] }) };
    const found = this.#bestMatch(basis, assembly, fields);
    if (found) return { ...found, home: found.gathering };
    return { score: 1, reasons: [first], home: this.#places.freeId(basis) };
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
