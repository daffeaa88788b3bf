import { source, type KnownItem, type KnownSource, type ReportedItem } from '@relais/source';
import type { ItemKey } from '@relais/vocabulary';
import { renamedIn } from './renamed-items.js';

const fields = (title: string, day = 1): ReportedItem['fields'] => ({
  kind: 'gathering',
  title,
  when: { kind: 'all-day', from: `2030-01-0${day}`, until: `2030-01-0${day}` },
});
const shown = (item: string, title = 'Atelier vélo', day = 1): ReportedItem => ({
  item: item as ItemKey,
  fields: fields(title, day),
  hash: `${title} ${day}`,
});
const knowing = (more: Partial<KnownItem> = {}, item = shown('old')): KnownSource => ({
  ...source.initial,
  items: new Map([[item.item, { hash: item.hash, fields: item.fields, ...more }]]),
});
const renamed = (known: KnownSource, ...items: ReportedItem[]) => Object.fromEntries(renamedIn(known, items, []));

describe('an item under a key that was never seen', () => {
  it('is a known one that its document does not show', () => {
    expect(renamed(knowing(), shown('new'), shown('other', 'Repas', 2))).toEqual({ new: 'old' });
  });

  it.each([
    ['is still shown', knowing(), [shown('old'), shown('new')]],
    ['is withdrawn', knowing({ hash: null }), [shown('new')]],
    ['came by itself: form, mail, webhook', knowing({ pushed: true }), [shown('new')]],
    ['is on another day', knowing({}, shown('old', 'Atelier vélo', 2)), [shown('new')]],
  ])('is none that %s', (_, known, items) => {
    expect(renamed(known, ...items)).toEqual({});
  });

  it('was seen if it went by this key formerly', () => {
    const formerly = new Map([['old' as ItemKey, 'now' as ItemKey]]);
    const known = { ...knowing({}, shown('now')), formerly };
    expect(renamed(known, shown('old'))).toEqual({});
  });

  it.each([2_000, 20_000])('is compared with what it may be only, of %d', (count) => {
    const items = new Map(
      Array.from({ length: count }, (_, n): [ItemKey, KnownItem] => [
        `${n}` as ItemKey,
        { hash: `${n}`, fields: { kind: 'news', title: `${n}`, published: new Date(n * 60_000).toISOString() } },
      ]),
    );
    const moved = { item: 'new' as ItemKey, hash: '7', fields: items.get('7' as ItemKey)?.fields ?? fields('') };
    expect(renamed({ ...source.initial, items }, moved)).toEqual({ new: '7' });
  });
});
