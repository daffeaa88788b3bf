import { isObject, type Json } from '../json-document.js';
import { idOf, isA, listOf } from './objects.js';

/** What a document says: that there is an object, that there is none any more, or something that cannot be used. */
export type Statement = Readonly<{ where: string }> &
  (Readonly<{ shown: Json }> | Readonly<{ withdrawn: string }> | Readonly<{ unusable: string }>);

const collections = new Set(['Collection', 'OrderedCollection', 'CollectionPage', 'OrderedCollectionPage']);
const showing = new Set(['Create', 'Update', 'Announce', 'Add', 'Post', 'Share']);
const withdrawing = new Set(['Delete', 'Remove', 'Undo']);
const published = new Set(['Event', 'Note', 'Article', 'Page', 'Video', 'Audio', 'Document', 'Image', 'Question']);
const actors = new Set(['Person', 'Group', 'Organization', 'Application', 'Service']);

const deepest = 6;

export const isCollection = (value: unknown): value is Json => isObject(value) && isA(value, collections);

/** The statements of a document in its order: of collections those of their items, of activities those about their object. */
export const statementsIn = (value: unknown, where: string, depth = 0): readonly Statement[] => {
  if (depth > deepest) return [{ where, unusable: 'too deep' }];
  if (Array.isArray(value)) return value.flatMap((one, index) => statementsIn(one, `${where}[${index}]`, depth + 1));
  if (!isObject(value))
    return [
      { where, unusable: typeof value === 'string' ? `only an address: ${value.slice(0, 200)}` : 'not an object' },
    ];
  if (isCollection(value)) return ofCollection(value, where, depth);
  if (isA(value, showing))
    return listOf(value['object']).flatMap((one) => shownBy(value, one, `${where}.object`, depth));
  if (isA(value, withdrawing)) return listOf(value['object']).map((one) => withdrawnBy(one, `${where}.object`));
  if (isA(value, new Set(['Tombstone']))) return [withdrawnBy(value, where)];
  if (isA(value, published)) return [{ where, shown: value }];
  if (isA(value, actors))
    return [
      {
        where,
        unusable: `an actor; what it publishes is in its outbox, ${idOf(value['outbox']) ?? 'which it does not name'}`,
      },
    ];
  return [{ where, unusable: 'neither published nor withdrawn by this' }];
};

const ofCollection = (value: Json, where: string, depth: number): readonly Statement[] => {
  const items = value['orderedItems'] ?? value['items'];
  const named = value['orderedItems'] === undefined ? 'items' : 'orderedItems';
  if (items !== undefined) return statementsIn(listOf(items), `${where}.${named}`, depth);
  const first = value['first'];
  if (isObject(first)) return statementsIn(first, `${where}.first`, depth + 1);
  const page = idOf(first);
  return page && value['totalItems'] !== 0
    ? [{ where: `${where}.first`, unusable: `the items are on a page of their own: ${page.slice(0, 200)}` }]
    : [];
};

/** Mobilizon and others announce what they also create: then there is an activity within the activity. */
const shownBy = (activity: Json, object: unknown, where: string, depth: number): readonly Statement[] => {
  if (!isObject(object) || isA(object, published)) {
    const date = activity['published'];
    return isObject(object)
      ? [
          {
            where,
            shown: object['published'] === undefined && date !== undefined ? { ...object, published: date } : object,
          },
        ]
      : statementsIn(object, where, depth + 1);
  }
  return statementsIn(object, where, depth + 1);
};

/** What is undone is what was announced. */
const withdrawnBy = (object: unknown, where: string): Statement => {
  const within = isObject(object) && isA(object, showing) ? object['object'] : object;
  const id = idOf(within);
  return id === undefined ? { where, unusable: 'withdraws something without an id' } : { where, withdrawn: id };
};
