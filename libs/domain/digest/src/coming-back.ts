import type { Instant } from '@relais/vocabulary';
import type { Purpose } from './events.js';

/** What came of one letter to an address, as far as it tells whether the next will arrive. */
export type LetterSent = Readonly<{
  purpose: Purpose;
  /** When it left, or was turned away. */
  at: Instant;
  bounced?: Readonly<{ status: string; permanent: boolean; at: Instant }>;
  complainedAt?: Instant;
}>;

export type Reach = 'reached' | 'undeliverable' | 'complaint';

const day = 24 * 60 * 60_000;
/** What came back is forgotten once so long nothing did, and so many letters stayed in between. */
const forgottenAfter = { days: 30, letters: 2 } as const;
/** An address is written to no more once what came back of it weighs so much. */
const most = 5;
/** One mistake of a provider is none of the person: an address that is said not to exist is asked once more. */
const weights = { hard: 3, soft: 1 } as const;

/** There is no such mailbox, or nobody uses it (RFC 3463, 3.2 and 3.3). Refused for what it says, or full, is another matter. */
export const isHard = ({ status, permanent }: NonNullable<LetterSent['bounced']>): boolean =>
  permanent && /^5\.(?:1\.(?:1|2|3|6|10)|2\.1)$/.test(status);

/**
 * Whether letters still reach an address: from all that were sent to it. A complaint ends it; so does an address that does not exist,
 * at once where it is fresh and nobody confirmed it, at the second letter elsewhere; what may pass counts once a day, and five times.
 */
export const reachOf = (letters: readonly LetterSent[]): Reach => {
  if (letters.some(({ complainedAt }) => complainedAt !== undefined)) return 'complaint';
  let [score, stayed, last, lastSoftDay] = [0, 0, 0, ''];
  for (const { purpose, at, bounced } of [...letters].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))) {
    if (bounced === undefined) {
      stayed++;
      continue;
    }
    const hard = isHard(bounced);
    if (hard && purpose === 'confirmation') return 'undeliverable';
    const since = (Date.parse(at) - last) / day;
    if (since > forgottenAfter.days && stayed >= forgottenAfter.letters) score = 0;
    const softDay = bounced.at.slice(0, 10);
    if (hard || softDay !== lastSoftDay) score += hard ? weights.hard : weights.soft;
    if (!hard) lastSoftDay = softDay;
    [stayed, last] = [0, Date.parse(bounced.at)];
    if (score >= most) return 'undeliverable';
  }
  return 'reached';
};
