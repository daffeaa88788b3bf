/** Of a value, which members it has and of which kinds: what stays when its texts and numbers are others. */
export const shapeOf = (value: unknown): unknown => {
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    const members = value.map((member) => JSON.stringify(shapeOf(member)));
    return [...new Set(members)].sort().map((member) => JSON.parse(member) as unknown);
  }
  if (typeof value !== 'object') return typeof value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, shapeOf(member)]));
};
