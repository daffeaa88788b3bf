import { startSmtp } from '@relais/transport/testing';
import { compose, subscribers, addressOf } from '../courier/testing/subscribed.js';
import { HubUnderTest } from '../testing/index.js';
import { tokenFor } from './testing/people.js';

/** A morning on which the samples have something to say. */
const now = '2026-11-25T09:00:00Z';
const people = 12;

describe('one click in the middle of a send', () => {
  const taken: string[] = [];
  const answers: number[] = [];
  let hub: HubUnderTest;
  let smtp: Awaited<ReturnType<typeof startSmtp>>;

  const numberOf = (address: string): number => Number(/\d+/u.exec(address)?.[0]);
  const click = async (n: number): Promise<void> => {
    const path = `/abonnement/quitter?jeton=${tokenFor(hub, 'leave', `s${n}`)}`;
    answers.push((await hub.post(path, { 'List-Unsubscribe': 'One-Click' })).status);
  };

  beforeAll(async () => {
    smtp = await startSmtp({
      // All but the end of the letter is with the provider when every other person clicks.
      onRcptTo: ({ address }, _session, done) =>
        void (numberOf(address) % 2 === 0 ? Promise.resolve() : click(numberOf(address))).then(() => done()),
      onData: (stream, { envelope }, done) =>
        void stream.resume().on('end', () => {
          taken.push(envelope.rcptTo[0]?.address ?? '');
          done();
        }),
    });
    const url = `smtp://127.0.0.1:${smtp.port}?ignoreTLS=true`;
    hub = await HubUnderTest.start({ environment: { RELAIS_NOW: now, SMTP_URL: url } });
    await subscribers(hub, people);
    await compose(hub);
  });
  afterAll(async () => {
    await hub.end();
    await smtp.close();
  });

  const those = (remainder: number): number[] =>
    Array.from({ length: people }, (_, n) => n).filter((n) => n % 2 === remainder);

  it('is answered at once', () => {
    expect(answers).toEqual(those(1).map(() => 200));
  });

  it('keeps back every letter whose end had not left, and no other', async () => {
    expect(taken.toSorted()).toEqual(those(0).map(addressOf).toSorted());
    const refused = await hub.events('letter.refused');
    expect(refused.map(({ data }) => (data as { code: string }).code)).toEqual(those(1).map(() => 'left'));
    expect(await hub.events('letter.accepted')).toHaveLength(those(0).length);
  });
});
