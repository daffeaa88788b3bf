import type { HubEvent } from '@relais/catalogue';
import type { Instant, LetterId, ListId, SubscriptionId } from '@relais/vocabulary';
import { Ledger, neverLeft } from './ledger.js';

const letter = 'l1' as LetterId;
const about = { letter, subscription: 's1' as SubscriptionId, list: 'info' as ListId, purpose: 'digest' as const };
const intended: HubEvent = { type: 'letter.intended', data: about };
const handedOver: HubEvent = { type: 'letter.handed-over', data: { letter, attempt: 1 } };
const refused = (code: string, permanent = false): HubEvent => ({
  type: 'letter.refused',
  data: { letter, code, permanent },
});
const minute = (n: number): Instant => `2026-11-25T09:0${n}:00.000Z`;

/** What the ledger says of the letter after these events, one a minute. */
const after = (...events: readonly HubEvent[]) => {
  const ledger = new Ledger();
  for (const [n, event] of events.entries())
    ledger.evolve({
      ...event,
      ...{ id: `e${n}`, stream: `letter-${letter}`, version: n + 1, position: BigInt(n + 1), recordedAt: minute(n) },
    });
  return ledger.openLetters.get(letter);
};

describe('a letter in the ledger', () => {
  it('waits from its refusal on, and each refusal counts', () => {
    expect(after(intended, handedOver, refused('451'))).toMatchObject({
      ...{ status: 'deferred', attempts: 1, at: minute(2) },
    });
    expect(after(intended, handedOver, refused('451'), handedOver, refused('452'))).toMatchObject({
      ...{ status: 'deferred', attempts: 2, at: minute(4) },
    });
  });

  it('is intended as before when it never left, which does not count', () => {
    expect(after(intended, handedOver, refused(neverLeft))).toMatchObject({ status: 'intended', attempts: 0 });
    expect(after(intended, handedOver, refused(neverLeft), handedOver, refused('451'))).toMatchObject({
      ...{ status: 'deferred', attempts: 1 },
    });
  });

  it('is open no more when it was refused for good', () => {
    expect(after(intended, handedOver, refused('550', true))).toBeUndefined();
  });
});
