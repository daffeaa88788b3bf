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

/** Whether everything that a shape says is said by another one too, which may say more: members that may be missing. */
export const isWithin = (shape: unknown, other: unknown): boolean => {
  if (typeof shape !== 'object' || shape === null || typeof other !== 'object' || other === null)
    return shape === other;
  if (Array.isArray(shape) || Array.isArray(other))
    return (
      Array.isArray(shape) &&
      Array.isArray(other) &&
      shape.every((member) => other.some((wider) => isWithin(member, wider)))
    );
  return Object.entries(shape).every(([name, member]) => isWithin(member, (other as Record<string, unknown>)[name]));
};
