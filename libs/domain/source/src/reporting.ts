import { accept, type Decision } from '@relais/event-sourcing';
import type { ItemKey } from '@relais/vocabulary';
import type { SourceEvent } from './events.js';
import { presentKey, type KnownSource } from './known-source.js';
import type { Report, ReportedItem } from './report.js';

/** How many of the refused items are recorded with their place and reason. */
const firstRefused = 20;

/** An item of the report, by the key that it goes by from now on, and by the one that it went by until now, if it is known. */
type Named = ReportedItem & Readonly<{ before: ItemKey | undefined }>;

/** Items that are shown beside another under a former key of theirs: that is theirs again, and the other was no other name of it. */
const takenBack = ({ items }: Report, state: KnownSource): ReadonlyMap<ItemKey, ItemKey> => {
  const shown = new Set(items.map(({ item }) => item));
  const back = new Map<ItemKey, ItemKey>();
  for (const { item } of items) {
    const present = presentKey(state, item);
    if (present !== item && shown.has(present) && !back.has(present)) back.set(present, item);
  }
  return back;
};

/** The items by the keys that they are known by: one that comes under a former key of its own is not renamed again. */
const named = (report: Report, state: KnownSource): Named[] => {
  const back = takenBack(report, state);
  const known = report.items.map((reported): Named => {
    const present = presentKey(state, reported.item);
    if (back.get(present) === reported.item) return { ...reported, before: present };
    if (back.has(present)) return { ...reported, before: undefined };
    return { ...reported, item: present, before: state.items.has(present) ? present : undefined };
  });
  const taken = new Set(known.map(({ before }) => before));
  return known.map((one) => {
    const before = one.before === undefined && !back.has(one.item) ? report.renamed?.get(one.item) : undefined;
    if (before === undefined || taken.has(before) || !state.items.get(before)?.hash) return one;
    taken.add(before);
    return { ...one, before };
  });
};

const shownItems = (report: Report, items: readonly Named[], state: KnownSource): SourceEvent[] => {
  const { source, assembly } = report;
  const of = { source, assembly };
  const pushed = report.pushed ? { pushed: true as const } : {};
  const seen = new Set<ItemKey>();
  const once = items.filter(({ item }) => !seen.has(item) && seen.add(item));
  const rekeyed = once.flatMap(({ item, before }): SourceEvent[] =>
    before === undefined || before === item
      ? []
      : [{ type: 'source.item-rekeyed', data: { ...of, from: before, to: item } }],
  );
  const changed = once.flatMap(({ item, fields, hash, before }): SourceEvent[] => {
    const known = before === undefined ? undefined : state.items.get(before);
    if (known?.hash === hash) return [];
    if (known) return [{ type: 'source.item-revised', data: { ...of, item, fields, hash, ...pushed } }];
    const backlog = state.read || report.pushed ? {} : { backlog: true as const };
    return [{ type: 'source.item-published', data: { ...of, item, fields, hash, ...backlog, ...pushed } }];
  });
  return [...rekeyed, ...changed];
};

const withdrawnItems = (report: Report, items: readonly Named[], state: KnownSource): SourceEvent[] => {
  const { source, assembly, withdrawn = [], vanished = [] } = report;
  const shown = new Set(items.flatMap(({ item, before }) => [item, ...(before ? [before] : [])]));
  return [
    ...withdrawn.map((item) => ({ item, reason: 'tombstone' as const })),
    ...vanished.map((item) => ({ item, reason: 'vanished' as const })),
  ].flatMap(({ item: named, reason }): SourceEvent[] => {
    const item = presentKey(state, named);
    if (!state.items.get(item)?.hash || shown.has(item)) return [];
    shown.add(item);
    return [{ type: 'source.item-withdrawn', data: { source, assembly, item, reason } }];
  });
};

const refusedItems = ({ source, assembly, refused }: Report, state: KnownSource): SourceEvent[] => {
  if (refused === undefined) return [];
  const { all, hash } = refused;
  if (all.length === 0 ? state.refused === undefined : state.refused === hash) return [];
  const first = all.slice(0, firstRefused);
  const data = { source, assembly, refused: all.length, first, ...(all.length > 0 && { hash }) };
  return [{ type: 'source.items-refused', data }];
};

/** Reporting the same thing twice records nothing: that is what makes collecting repeatable. */
export const report = (command: Report, state: KnownSource): Decision<SourceEvent, never> => {
  const { source, assembly, silence, pushed = false } = command;
  const of = { source, assembly };
  const items = named(command, state);
  const shown = shownItems(command, items, state);
  const isNews = shown.some(({ type }) => type !== 'source.item-rekeyed');
  return accept<SourceEvent>(
    ...(state.failing && !pushed ? [{ type: 'source.recovered' as const, data: of }] : []),
    ...(state.read || pushed
      ? []
      : [{ type: 'source.first-read' as const, data: { ...of, items: command.items.length } }]),
    ...shown,
    ...withdrawnItems(command, items, state),
    ...refusedItems(command, state),
    ...(silence && !isNews && !state.silent
      ? [{ type: 'source.fell-silent' as const, data: { ...of, ...silence } }]
      : []),
  );
};
