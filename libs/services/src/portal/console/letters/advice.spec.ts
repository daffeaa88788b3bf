import type { Advice, CanarySeen } from '@relais/web/console';
import { adviceFor } from './advice.js';

const arrived = (more: object = {}): CanarySeen => ({
  ...{ verdict: 'arrived', delay: 4, dkim: 'pass', aligned: true, listId: 'x.test', subject: '[x] Lettre' },
  ...more,
});

describe('what is to be asked of whoever keeps a list', () => {
  it.each<[string, CanarySeen, readonly Advice[]]>([
    ['nothing where the copy came whole', arrived(), []],
    ['nothing where the list breaks our signature and writes in its own name', arrived({ dkim: 'fail' }), []],
    ['to write in its own name where DMARC fails', arrived({ dkim: 'fail', aligned: false }), ['munging']],
    ['whether letters are moderated where one waited', arrived({ delay: 3_600 }), ['slow']],
    ['to let us through where it never came', { verdict: 'missed', minutes: 60 }, ['held']],
    ['nothing while it is awaited', { verdict: 'waiting', since: '2026-11-01T08:00:00Z' }, []],
    ['nothing where nobody listens', { verdict: 'off' }, []],
  ])('is %s', (_what, canary, advice) => expect(adviceFor(canary, { believes: true })).toEqual(advice));

  it('is nothing of signatures while nobody’s word on them is believed here', () =>
    expect(adviceFor(arrived({ dkim: 'none', aligned: false }), { believes: false })).toEqual(['authserv']));
});
