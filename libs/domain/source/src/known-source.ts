import type { ItemKey } from '@relais/vocabulary';
import type { SourceEvent } from './events.js';
import type { ItemFields } from './item.js';

/** An item as it was last shown: as much of it as tells it from the others, should it come under another key. */
export type KnownItem = Readonly<{
  /** Null once it is withdrawn. */
  hash: string | null;
  /** It came by itself: that no document shows it tells nothing. */
  pushed?: true;
  fields: Pick<ItemFields, 'kind' | 'title' | 'link' | 'when' | 'place' | 'published'>;
}>;

/** What the log knows of a source. The maps belong to one fold, which fills them in place: they may hold many thousands. */
export type KnownSource = Readonly<{
  read: boolean;
  failing: boolean;
  gone: boolean;
  silent: boolean;
  movedTo?: string;
  /** The hash of what could not be used of its document; undefined where all could. */
  refused?: string;
  items: Map<ItemKey, KnownItem>;
  /** Keys that items went by, and the one that each got instead. */
  formerly: Map<ItemKey, ItemKey>;
}>;

/** What every fold starts from, and none may write into. */
export const unread: KnownSource = {
  ...{ read: false, failing: false, gone: false, silent: false },
  items: new Map(),
  formerly: new Map(),
};

/** The key by which an item is known today: its own, unless it went by this one formerly. */
export const presentKey = ({ items, formerly }: KnownSource, item: ItemKey): ItemKey => {
  let key: ItemKey | undefined = item;
  while (key !== undefined && !items.has(key)) key = formerly.get(key);
  return key ?? item;
};

const own = (state: KnownSource): KnownSource =>
  state.items === unread.items ? { ...state, items: new Map(), formerly: new Map() } : state;

const compared = ({ kind, title, link, when, place, published }: ItemFields): KnownItem['fields'] => ({
  ...{ kind, title },
  ...(link && { link }),
  ...(when && { when }),
  ...(place && { place }),
  ...(published && { published }),
});

type Shown = Extract<SourceEvent, { type: 'source.item-published' | 'source.item-revised' }>['data'];

const shown = (state: KnownSource, { item, fields, hash, pushed }: Shown): KnownSource => {
  const known = own(state.silent ? { ...state, silent: false } : state);
  known.items.set(item, { hash, fields: compared(fields), ...(pushed && { pushed }) });
  known.formerly.delete(item);
  return known;
};

const withdrawn = (state: KnownSource, item: ItemKey): KnownSource => {
  const known = own(state);
  known.items.set(item, { fields: known.items.get(item)?.fields ?? { kind: 'news', title: '' }, hash: null });
  return known;
};

const rekeyed = (state: KnownSource, from: ItemKey, to: ItemKey): KnownSource => {
  const known = own(state);
  const item = known.items.get(from);
  if (item === undefined) return known;
  known.items.delete(from);
  known.items.set(to, item);
  known.formerly.set(from, to);
  known.formerly.delete(to);
  return known;
};

export const evolve = (state: KnownSource, event: SourceEvent): KnownSource => {
  switch (event.type) {
    case 'source.first-read':
      return { ...state, read: true };
    case 'source.item-published':
    case 'source.item-revised':
      return shown(state, event.data);
    case 'source.item-withdrawn':
      return withdrawn(state, event.data.item);
    case 'source.item-rekeyed':
      return rekeyed(state, event.data.from, event.data.to);
    case 'source.items-refused': {
      const { refused: _, ...rest } = state;
      return event.data.refused === 0 ? rest : { ...rest, refused: event.data.hash ?? '' };
    }
    case 'source.failed':
      return { ...state, failing: true };
    case 'source.gone':
      return { ...state, failing: true, gone: true };
    case 'source.recovered':
      return { ...state, failing: false, gone: false };
    case 'source.moved':
      return { ...state, movedTo: event.data.to };
    case 'source.fell-silent':
      return { ...state, silent: true };
  }
};
