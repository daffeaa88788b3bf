const clock = /^(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?\s*([ap])?\.?(?:m\.?)?\s*(z|[+-]\d{1,2}:?\d{0,2})?$/i;
const offset = /^(?:z|[+-]\d{1,2}:?\d{2})$/i;
const isDate = (part: string): boolean => /^\d{4}-\d{2}-\d{2}$|^\d{8}$/.test(part);

/** `7pm`, `07:00 p.m.`, `19:00-06:00` as hours of the day; undefined for what is none. */
const clockOf = (part: string): string | undefined => {
  const [written, hour = '', minutes = '00', seconds, half, zone = ''] = clock.exec(part) ?? [];
  if (written === undefined || (!part.includes(':') && half === undefined)) return undefined;
  const twelve = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(twelve).padStart(2, '0')}:${minutes}${seconds ? `:${seconds}` : ''}${zone}`;
};

/** A time out of its parts: date, clock and offset may each stand in an element of their own, and people write `7pm`. */
export const writtenTime = (parts: readonly string[]): string => {
  const words = parts.map((part) => part.trim()).filter(Boolean);
  const date = words.find(isDate);
  const time = words.map(clockOf).find((one) => one !== undefined);
  const zone = words.find((word) => offset.test(word)) ?? '';
  if (time === undefined) return date ?? words.join(' ');
  return date === undefined ? time + zone : `${date}T${time}${zone}`;
};

/** An end that is only a clock time is one of the day on which it began. */
export const endOf = (starts: string | undefined, ends: string | undefined): string | undefined => {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(starts ?? '')?.[0];
  return ends !== undefined && date !== undefined && /^\d{2}:\d{2}/.test(ends) ? `${date}T${ends}` : ends;
};
