import type { HubEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import { defaultPreferences, type Preferences } from '@relais/mailing-list';
import type { AdminId, AssemblyId, IssueId, LetterId, ListId, SubscriptionId } from '@relais/vocabulary';
import type { Reason } from '@relais/web';
import { explain } from './explain.js';
import { PersonStory } from './story.js';

const [list, subscription, letter] = ['info-lille' as ListId, 's1' as SubscriptionId, 'l1' as LetterId];
const issue = 'info-lille-2026-11' as IssueId;
const of = { subscription, list };
const consent = { wording: 'info-1-fr', hash: 'h', form: '/abonnement' };
const unsealed = { person: 'p' as never, address: 'sealed' as never, lookup: 'k' as never };
const requested: HubEvent = {
  type: 'subscription.requested',
  data: { ...of, ...unsealed, consent, language: 'fr' },
};
const confirmed: HubEvent = { type: 'subscription.confirmed', data: of };
const ended: HubEvent = { type: 'subscription.ended', data: { ...of, reason: 'one-click' } };
const composed = (more: object = {}): HubEvent => ({
  type: 'digest.composed',
  data: {
    ...{ issue, list, assembly: 'lille' as AssemblyId, date: '2026-11-01', template: 1, hash: 'h', position: '1' },
    period: { since: null, until: '2026-11-01T08:00:00Z' },
    content: { upcoming: [], announced: [], news: [{ title: 'Une nouvelle', source: 'blog', themes: ['logiciel'] }] },
    ...more,
  },
});
const intended: HubEvent = { type: 'letter.intended', data: { letter, ...of, purpose: 'digest', issue } };
const handedOver: HubEvent = { type: 'letter.handed-over', data: { letter, attempt: 1 } };
const refused = (code: string, permanent = true): HubEvent => ({
  type: 'letter.refused',
  data: { letter, code, permanent },
});
const by = 'secretariat' as AdminId;
const gent = 'gent' as AssemblyId;

/** Each event an hour after the one before. */
const given = (...events: readonly HubEvent[]) => {
  const history = events.map(
    (event, hour) =>
      ({ ...event, recordedAt: new Date(Date.UTC(2026, 10, 1, hour)).toISOString() }) as Recorded<HubEvent>,
  );
  const asked = (chosen: Partial<Preferences> | undefined, about?: IssueId) =>
    explain(PersonStory.of(history), {
      now: '2026-11-25T09:00:00Z',
      ...(about && { issue: about }),
      ...(chosen && {
        preferences: {
          ...defaultPreferences({ city: 'lille' as AssemblyId, zone: 'Europe/Paris', language: 'fr' }),
          ...chosen,
        },
      }),
      schedule: { zone: 'Europe/Paris', digest: { day: 1, hour: 9 } },
      nameOf: () => 'Lettre de Lille',
      tellable: ({ composed: { content, date } }) => ({
        ...{ issue, date, content, assemblyName: 'Lille', city: 'Lille', listName: 'L', publicUrl: 'https://r.test' },
      }),
    });
  return {
    /** What is said of the issue, or first of all. */
    says: (reason: Reason, chosen?: Partial<Preferences>, about?: IssueId) =>
      expect(asked(chosen, about).reasons[0]).toEqual(reason),
    letter: (said: object) => expect(asked({}).letters[0]).toMatchObject(said),
    all: (chosen: Partial<Preferences>) => asked(chosen),
  };
};

describe('why somebody gets no letter at all', () => {
  it('is that nobody knows them', () => given().says({ type: 'unknown-address' }));
  it('is that they never confirmed', () =>
    given(requested).says({ type: 'not-confirmed', since: '2026-11-01T00:00:00.000Z' }));
  it('is that they left, how, and when', () =>
    given(requested, confirmed, ended).says({ type: 'ended', at: '2026-11-01T02:00:00.000Z', reason: 'one-click' }));
  it('is a pause, after which the next one is due', () => {
    const { reasons } = given(requested, confirmed).all({ pausedUntil: '2027-01-15' });
    expect(reasons).toEqual([
      { type: 'paused', until: '2027-01-15' },
      { type: 'due', at: '2027-02-01T08:00:00.000Z' },
    ]);
  });
  it('is nothing but that the next one is not due yet', () =>
    given(requested, confirmed).says({ type: 'due', at: '2026-12-01T08:00:00.000Z' }, {}));
});

describe('why there is no letter of an issue', () => {
  const known = [requested, confirmed];
  const says = (type: Reason['type'], events: readonly HubEvent[], chosen: Partial<Preferences> = {}, more = {}) =>
    given(...events).says({ type, issue, ...more } as Reason, chosen, issue);

  it('is that there was none', () => says('no-such-issue', known));
  it('is that there is one', () => says('has-letter', [...known, composed(), intended]));
  it('is that it was rejected, and why', () =>
    says(
      'rejected',
      [...known, composed({ needsApproval: true }), { type: 'digest.rejected', data: { issue, by, note: 'Faux.' } }],
      {},
      { note: 'Faux.' },
    ));
  it('is that it waits for approval', () => says('waits-for-approval', [...known, composed({ needsApproval: true })]));
  it('is that they came after it', () => says('came-before-you', [composed(), ...known]));
  it('is that it is of another city', () => says('other-city', [...known, composed()], { cities: [gent] }));
  it('is that it is of another rhythm', () =>
    says('other-rhythm', [...known, composed({ cadence: 'day' })], { rhythm: { every: 'month' } }));
  it('is that nothing in it is of the kinds or themes that they chose', () => {
    says('nothing', [...known, composed()], { kinds: ['votes'] }, { why: 'other-kinds' });
    says('nothing', [...known, composed()], { themes: ['jardin'] }, { why: 'other-themes' });
  });
  it('is that its hour has not come', () => says('not-yet', [...known, composed()]));
});

describe('a letter', () => {
  const known = [requested, confirmed, composed({ needsApproval: true }), intended];

  it('waits while its issue does, and leaves after', () => {
    given(...known).letter({ fate: 'waits-for-approval' });
    given(...known, { type: 'digest.approved', data: { issue, by } }).letter({ fate: 'intended' });
  });

  it('is told with when it was handed over and what the provider answered', () =>
    given(...known, handedOver, { type: 'letter.accepted', data: { letter, response: '250 2.0.0 ok' } }).letter({
      ...{ fate: 'accepted', said: '250 2.0.0 ok', handedOverAt: '2026-11-01T04:00:00.000Z' },
    }));

  it('is told as refused, put off, kept by us, unknown, come back or unwanted', () => {
    given(...known, handedOver, refused('550 5.7.1')).letter({ fate: 'refused', said: '550 5.7.1' });
    given(...known, handedOver, refused('451 4.7.1', false)).letter({ fate: 'deferred' });
    given(...known, refused('left')).letter({ fate: 'kept', said: 'left' });
    given(...known, handedOver, { type: 'letter.unknown', data: { letter, detail: '' } }).letter({ fate: 'unknown' });
    const bounced = { letter, status: '5.1.1', permanent: true, notice: 'n' };
    given(...known, handedOver, { type: 'letter.bounced', data: bounced }).letter({ fate: 'bounced', said: '5.1.1' });
    const complained = { letter, notice: 'n' };
    given(...known, handedOver, { type: 'letter.complained', data: complained }).letter({ fate: 'complained' });
  });
});

describe('the consent', () => {
  it('is told with its wording, where and when, and when it was confirmed', () =>
    expect(given(requested, confirmed).all({}).subscriptions).toEqual([
      {
        list: 'Lettre de Lille',
        asked: { at: '2026-11-01T00:00:00.000Z', form: '/abonnement', wording: 'info-1-fr' },
        confirmedAt: '2026-11-01T01:00:00.000Z',
      },
    ]));
});
