import type { HubEvent } from '@relais/catalogue';
import { EventStore } from '@relais/event-store';
import { Keys, Mailer } from '@relais/transport';
import type { Instant, LetterId, ListId, PersonId, SubscriptionId } from '@relais/vocabulary';
import { HubUnderTest } from '../../testing/index.js';
import { LedgerKeeper } from '../ledger/ledger-keeper.js';
import { Seats } from './seats.js';
import { Unsettled } from './unsettled.js';

const list = 'info-lille' as ListId;
const of = { subscription: 's1' as SubscriptionId, list };

const open: HubUnderTest[] = [];
afterEach(async () => {
  for (const hub of open.splice(0)) await hub.stop();
});

/** A hub in which somebody stands on a list, and nobody listens where letters go: what came of them cannot be told. */
const hubWith = async (environment: Readonly<Record<string, string>> = {}) => {
  const hub = await HubUnderTest.start({ environment: { SMTP_URL: 'smtp://127.0.0.1:9', ...environment } });
  const person = 'p1' as PersonId;
  const sealed = { address: await hub.get(Keys).seal(person, 'a@b.test'), lookup: hub.get(Keys).lookup('a@b.test') };
  const consent = { wording: 'w', hash: '', form: '/' };
  const wish = { type: 'subscription.requested', data: { ...of, person, ...sealed, language: 'fr', consent } } as const;
  await hub.get(EventStore).append('subscription-s1', [wish], 'no stream');
  open.push(hub);
  return hub;
};

/** A letter that some courier handed over. */
const handedOver = async (
  hub: HubUnderTest,
  letter: string,
  purpose: 'digest' | 'confirmation',
  by?: string,
  unknown = false,
) => {
  const id = letter as LetterId;
  const events: (HubEvent & { metadata?: { correlation: string } })[] = [
    { type: 'letter.intended', data: { letter: id, ...of, purpose } },
    { type: 'letter.handed-over', data: { letter: id, attempt: 1 }, ...(by && { metadata: { correlation: by } }) },
    ...(unknown ? [{ type: 'letter.unknown', data: { letter: id, detail: 'the line broke' } } as const] : []),
  ];
  await hub.get(EventStore).append(`letter-${letter}`, events, 'no stream');
};
const historyOf = async (hub: HubUnderTest, letter: string): Promise<string[]> =>
  (await hub.events())
    .filter(({ stream }) => stream === `letter-${letter}`)
    .map(({ type }) => type.slice('letter.'.length));

describe('a letter that was in hand', () => {
  it('is nobody’s business while the courier that has it lives, and unknown when that has died', async () => {
    const hub = await hubWith();
    await handedOver(hub, 'l1', 'digest', hub.get(Seats).own);
    await handedOver(hub, 'l2', 'digest', '00000000-0000-4000-8000-000000000000');
    await handedOver(hub, 'l3', 'digest');
    expect(await hub.get(Unsettled).settleLeft()).toBe(2);
    expect(await historyOf(hub, 'l1')).toEqual(['intended', 'handed-over']);
    expect(await historyOf(hub, 'l2')).toEqual(['intended', 'handed-over', 'unknown']);
    expect(await historyOf(hub, 'l3')).toEqual(['intended', 'handed-over', 'unknown']);
  });
});

describe('a letter of which it is unknown whether it was taken', () => {
  const recorded = (hub: HubUnderTest): Instant =>
    [...hub.get(LedgerKeeper).ledger.unknownLetters.values()][0]?.at ?? '';

  it('is found later, when whoever took it can be asked', async () => {
    const hub = await hubWith();
    await handedOver(hub, 'l1', 'digest', undefined, true);
    const asked: unknown[] = [];
    hub.get(Mailer).wasAccepted = async (messageId, at) => {
      asked.push(messageId, typeof at);
      return asked.length > 2 ? true : 'cannot-tell';
    };
    expect([await hub.get(Unsettled).askAgain(), await hub.get(Unsettled).askAgain()]).toEqual([0, 1]);
    expect(asked.slice(0, 2)).toEqual([expect.stringMatching(/^<l1@/), 'string']);
    expect(await historyOf(hub, 'l1')).toEqual(['intended', 'handed-over', 'unknown', 'accepted']);
    expect(recorded(hub)).toBe('');
  });

  it.each([
    ['a confirmation', 'confirmation', 'in an hour', ['intended', 'handed-over', 'unknown', 'refused']],
    ['a confirmation', 'confirmation', 'at once', ['intended', 'handed-over', 'unknown']],
    ['a digest', 'digest', 'in an hour', ['intended', 'handed-over', 'unknown']],
  ] as const)(
    'is sent again where somebody waits for it, and none is better than two elsewhere: %s, as a %s, %s',
    async (_what, purpose, when, history) => {
      const hub = await hubWith();
      await handedOver(hub, 'l1', purpose, undefined, true);
      await hub.get(Unsettled).askAgain();
      if (when === 'in an hour') {
        const { unknownLetters } = hub.get(LedgerKeeper).ledger;
        const [open] = [...unknownLetters.values()];
        if (open) unknownLetters.set(open.letter, { ...open, at: new Date(Date.now() - 3_600_000).toISOString() });
      }
      await hub.get(Unsettled).askAgain();
      expect(await historyOf(hub, 'l1')).toEqual(history);
    },
  );
});
