import { specification } from '@relais/event-sourcing/testing';
import type { LetterId, ListId, SubscriptionId } from '@relais/vocabulary';
import { letter, type LetterCommand, type LetterOutcome } from './letter.js';

const { given } = specification(letter);
const id = 'l1' as LetterId;
const wanted = {
  ...{ letter: id, subscription: 's1' as SubscriptionId, list: 'info-lille' as ListId },
  purpose: 'digest' as const,
};
const intended = { type: 'letter.intended' as const, data: wanted };
const handedOver = (attempt: number) => ({ type: 'letter.handed-over' as const, data: { letter: id, attempt } });
const accepted = { type: 'letter.accepted' as const, data: { letter: id, response: '250 OK' } };
const refused = (permanent: boolean) => ({
  type: 'letter.refused' as const,
  data: { letter: id, code: permanent ? '550' : '451', permanent },
});
const unknown = { type: 'letter.unknown' as const, data: { letter: id, detail: 'the connection broke after DATA' } };
const intend: LetterCommand = { type: 'intend', intended: wanted };
const handOver: LetterCommand = { type: 'hand-over', letter: id };
const settle = (result: LetterOutcome): LetterCommand => ({ type: 'settle', letter: id, result });
const [asAccepted, asRefused, asDeferred, asUnknown] = [
  settle({ outcome: 'accepted', response: '250 OK' }),
  settle({ outcome: 'refused', code: '550', permanent: true }),
  settle({ outcome: 'refused', code: '451', permanent: false }),
  settle({ outcome: 'unknown', detail: 'the connection broke after DATA' }),
];
const giveUp: LetterCommand = { type: 'give-up', letter: id, why: 'left' };
const left = [intended, handedOver(1)];
const notDue = (status: 'handed-over' | 'accepted' | 'refused' | 'unknown') => ({
  type: 'not-due' as const,
  letter: id,
  status,
});
const notHandedOver = { type: 'not-handed-over' as const, letter: id };

describe('a letter', () => {
  it('is intended once', () => {
    given().when(intend).then(intended);
    given(intended).when(intend).thenNothing();
    given(...left, accepted)
      .when(intend)
      .thenNothing();
  });

  it('is handed over only if it was intended', () => {
    given().when(handOver).thenRefused({ type: 'not-intended', letter: id });
    given(intended).when(handOver).then(handedOver(1));
  });

  it('is never handed over again when it left, or may have left', () => {
    given(...left)
      .when(handOver)
      .thenRefused(notDue('handed-over'));
    given(...left, accepted)
      .when(handOver)
      .thenRefused(notDue('accepted'));
    given(...left, refused(true))
      .when(handOver)
      .thenRefused(notDue('refused'));
    given(...left, unknown)
      .when(handOver)
      .thenRefused(notDue('unknown'));
  });

  it('is tried again, and counted, when it was refused for now', () => {
    given(...left, refused(false))
      .when(handOver)
      .then(handedOver(2));
    given(...left, refused(false), handedOver(2), refused(false))
      .when(handOver)
      .then(handedOver(3));
  });

  it('comes to one end once it was handed over', () => {
    given(...left)
      .when(asAccepted)
      .then(accepted);
    given(...left)
      .when(asRefused)
      .then(refused(true));
    given(...left)
      .when(asDeferred)
      .then(refused(false));
    given(...left)
      .when(asUnknown)
      .then(unknown);
  });

  it('can be cleared up when its end was unknown, but only by what is known', () => {
    given(...left, unknown)
      .when(asAccepted)
      .then(accepted);
    given(...left, unknown)
      .when(asRefused)
      .then(refused(true));
    given(...left, unknown)
      .when(asDeferred)
      .then(refused(false));
    given(...left, unknown)
      .when(asUnknown)
      .thenRefused(notHandedOver);
  });

  it.each([
    ['before it was intended', []],
    ['before it was handed over', [intended]],
    ['after it was accepted', [...left, accepted]],
    ['after it was refused for good', [...left, refused(true)]],
    ['between two attempts', [...left, refused(false)]],
  ])('has no end %s', (_, history) => {
    given(...history)
      .when(asAccepted)
      .thenRefused(notHandedOver);
    given(...history)
      .when(asUnknown)
      .thenRefused(notHandedOver);
  });

  it('is given up before it leaves or between two attempts, and then is not due any more', () => {
    const gaveUp = { type: 'letter.refused' as const, data: { letter: id, code: 'left', permanent: true } };
    given(intended).when(giveUp).then(gaveUp);
    given(...left, refused(false))
      .when(giveUp)
      .then(gaveUp);
    given(intended, gaveUp).when(handOver).thenRefused(notDue('refused'));
  });

  it('cannot be given up when it left, may have left, or was never meant', () => {
    given().when(giveUp).thenRefused({ type: 'not-intended', letter: id });
    given(...left)
      .when(giveUp)
      .thenRefused(notDue('handed-over'));
    given(...left, unknown)
      .when(giveUp)
      .thenRefused(notDue('unknown'));
    given(...left, accepted)
      .when(giveUp)
      .thenRefused(notDue('accepted'));
  });
});
