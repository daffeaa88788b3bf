import { EventStore } from '@relais/event-store';
import { Keys } from '@relais/transport';
import { startSmtp } from '@relais/transport/testing';
import type { PersonId, SubscriptionId } from '@relais/vocabulary';
import { HubUnderTest } from '../../testing/index.js';
import { compose, list, now } from '../testing/subscribed.js';

/** How many people each provider has. */
const people = 30;

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});

describe('a provider that wants fewer letters at a time', () => {
  it('gets few and then none for a while, and nobody else’s letters wait for that', async () => {
    const asked: string[] = [];
    const server = await startSmtp({
      onRcptTo: ({ address }, _session, done) => {
        asked.push(address.replace(/^.*@/, ''));
        if (!address.endsWith('@orange.test')) return done();
        done(Object.assign(new Error('4.7.0 OFR_421 Too many connections, slow down'), { responseCode: 421 }));
      },
    });
    const environment = { RELAIS_NOW: now, SMTP_URL: `smtp://127.0.0.1:${server.port}?ignoreTLS=true` };
    const hub = await HubUnderTest.start({ environment });
    open.push(hub, { stop: () => server.close() });
    const keys = hub.get(Keys);
    for (let n = 0; n < 2 * people; n++) {
      const [subscription, person] = [`s${n}` as SubscriptionId, `p${n}` as PersonId];
      const address = `person${n}@${n % 2 === 0 ? 'orange' : 'free'}.test`;
      const consent = { wording: 'w', hash: '', form: '/' };
      const sealed = { address: await keys.seal(person, address), lookup: keys.lookup(address) };
      await hub.get(EventStore).append(
        `subscription-${subscription}`,
        [
          { type: 'subscription.requested', data: { subscription, list, person, ...sealed, language: 'fr', consent } },
          { type: 'subscription.confirmed', data: { subscription, list } },
        ],
        'no stream',
      );
    }
    await hub.shown();
    await compose(hub);
    const count = (domain: string): number => asked.filter((one) => one === domain).length;
    expect(server.taken).toHaveLength(people);
    expect([count('free.test'), count('orange.test') > 0, count('orange.test') <= 16]).toEqual([people, true, true]);
    // Who was asked waits for the next attempt; the others were not, and stand as they were.
    const events = await hub.events('letter.intended', 'letter.handed-over', 'letter.refused', 'digest.completed');
    const types = Map.groupBy(events, ({ type }) => type);
    expect(types.get('letter.refused')).toHaveLength(count('orange.test'));
    expect(types.get('digest.completed')).toBeUndefined();
  });
});
