import { instantOf, localTime, type Instant } from '@relais/vocabulary';
import type { DeployedList } from '../wiring/deployment.js';

/** The next moment after an instant at which a list's issue is due: its day of the month and hour, where the assembly is. */
export const nextDue = (
  { zone, digest: { day, hour } }: Pick<DeployedList, 'zone' | 'digest'>,
  after: Instant,
): Instant => {
  const [year = 0, month = 1] = localTime(after, zone).date.split('-').map(Number);
  const two = (value: number): string => String(value).padStart(2, '0');
  const candidates = [0, 1].map((ahead) => {
    const first = new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 7);
    return instantOf(`${first}-${two(day)}T${two(hour)}:00`, zone);
  });
  return candidates.find((due) => Date.parse(due) > Date.parse(after)) ?? (candidates[1] as Instant);
};
