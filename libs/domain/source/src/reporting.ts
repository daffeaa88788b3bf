import { accept, type Decision } from '@relais/event-sourcing';
import type { ItemKey } from '@relais/vocabulary';
import type { SourceEvent } from './events.js';
import { presentKey, type KnownSource } from './known-source.js';
import type { Report, ReportedItem } from './source.js';

/** How many of the refused items are recorded with their place and reason. */
const firstRefused = 20;

/** An item of the report, by the key that it goes by from now on, and by the one that it went by until now. */
type Named = ReportedItem & Readonly<{ before: ItemKey }>;

/**
 * The items by the keys that they are known by. One that comes under a former key of its own is not renamed again, unless
 * its document shows both: then they are two, after all.
 */
const named = ({ items, renamed }: Report, state: KnownSource): Named[] => {
  const own = new Set(items.map(({ item }) => item));
  const known = items.map((reported): Named => {
    const key = presentKey(state, reported.item);
    const item = key !== reported.item && own.has(key) ? reported.item : key;
    return { ...reported, item, before: item };
  });
  const shown = new Set(known.map(({ item }) => item));
  return known.map((one) => {
    const before = renamed?.get(one.item);
    if (before === undefined || state.items.has(one.item) || shown.has(before)) return one;
    if (!state.items.get(before)?.hash) return one;
    shown.add(before);
    return { ...one, before };
  });
};

const shownItems = (report: Report, items: readonly Named[], state: KnownSource): SourceEvent[] => {
  const { source, assembly } = report;
  const of = { source, assembly };
  const seen = new Set<ItemKey>();
  return items.flatMap(({ item, fields, hash, before }): SourceEvent[] => {
    if (seen.has(item)) return [];
    seen.add(item);
    const known = state.items.get(before);
    if (known === undefined) {
      const backlog = state.read || report.pushed ? {} : { backlog: true as const };
      return [{ type: 'source.item-published', data: { ...of, item, fields, hash, ...backlog } }];
    }
    return [
      ...(before === item ? [] : [{ type: 'source.item-rekeyed' as const, data: { ...of, from: before, to: item } }]),
      ...(known.hash === hash ? [] : [{ type: 'source.item-revised' as const, data: { ...of, item, fields, hash } }]),
    ];
  });
};

const withdrawnItems = (report: Report, items: readonly Named[], state: KnownSource): SourceEvent[] => {
  const { source, assembly, withdrawn = [], vanished = [] } = report;
  const shown = new Set(items.flatMap(({ item, before }) => [item, before]));
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
