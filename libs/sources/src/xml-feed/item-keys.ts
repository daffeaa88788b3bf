/** What tells an item from others. */
export type Distinguished = Readonly<{
  id?: string | undefined;
  link?: string | undefined;
  title?: string | undefined;
  starts?: string | undefined;
}>;

const repeated = (keys: readonly (string | undefined)[]): ReadonlySet<string | undefined> => {
  const seen = new Set<string | undefined>();
  return new Set(keys.filter((key) => key !== undefined && seen.size === seen.add(key).size));
};

/**
 * The keys of a feed's items. The key is the guid, else the link, else the title; where guids repeat within the feed, guid and
 * link together. Of items that have all of this in common, as all have it whose link is the site, the key says the title too,
 * and when they start: so none is lost that differs from the others.
 */
export const keysOf = (items: readonly Distinguished[]): readonly (string | undefined)[] => {
  const ids = repeated(items.map(({ id }) => id || undefined)).size > 0;
  const plain = items.map(({ id, link, title }) =>
    id ? (ids && link ? `${id}|${link}` : id) : (link ?? (title?.trim() || undefined)),
  );
  return (['title', 'starts'] as const).reduce<readonly (string | undefined)[]>((keys, more) => {
    const same = repeated(keys);
    return keys.map((key, index) => {
      const said = items[index]?.[more]?.trim();
      return key !== undefined && same.has(key) && said && said !== key ? `${key}|${said}` : key;
    });
  }, plain);
};
