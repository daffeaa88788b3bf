/**
 * A key for each of a page's items: its own name; where several have one name, or none, with the time that tells them apart.
 * A page's only item without a name is the page itself.
 */
export const ownNames = (
  items: readonly Readonly<{ name: string | undefined; title: string | undefined; starts: string | undefined }>[],
  page: string,
): readonly string[] => {
  const names = items.map(({ name, title }) => name ?? (items.length === 1 ? page : `${page}#${title ?? ''}`));
  const count = Map.groupBy(names, (name) => name);
  return items.map(({ starts }, index) => {
    const name = names[index] ?? page;
    return (count.get(name)?.length ?? 0) > 1 && starts !== undefined ? `${name}|${starts}` : name;
  });
};
