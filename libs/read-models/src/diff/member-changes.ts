/** A member of a row that differs: `when.starts`, `announcements[2].says.title`. A side that has none is left out. */
export type MemberChange = Readonly<{ path: string; before?: unknown; after?: unknown }>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const below = (path: string, name: string): string => {
  if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
};

const changed = (path: string, before: unknown, after: unknown): MemberChange => ({
  path,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

const inObjects = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  path: string,
): MemberChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .flatMap((name) => memberChanges(before[name], after[name], below(path, name)));

const areEqual = (one: unknown, other: unknown): boolean => memberChanges(one, other).length === 0;

/** What is the same at both ends is left alone, so that one more at the beginning is one change and not one for each. */
const inLists = (before: readonly unknown[], after: readonly unknown[], path: string): MemberChange[] => {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && areEqual(before[first], after[first])) first++;
  let last = 0;
  while (last < shorter - first && areEqual(before.at(-1 - last), after.at(-1 - last))) last++;
  const [was, is] = [before.slice(first, before.length - last), after.slice(first, after.length - last)];
  return Array.from({ length: Math.max(was.length, is.length) }, (_, n) =>
    memberChanges(was[n], is[n], `${path}[${first + n}]`),
  ).flat();
};

/** What differs between two values of JSON, member by member; the order of members is no difference. */
export const memberChanges = (before: unknown, after: unknown, path = ''): MemberChange[] => {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, path);
  if (isObject(before) && isObject(after)) return inObjects(before, after, path);
  return [changed(path, before, after)];
};
