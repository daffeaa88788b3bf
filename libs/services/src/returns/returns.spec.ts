import { createTransport } from 'nodemailer';
import { HubUnderTest, oneAssembly } from '../testing/index.js';
import { MailIntake } from '../intake/mail/mail-intake.js';
import { complaint, deliveryReport, message, type NoticeOf } from './testing/notices.js';
import { comesBackTo, leavesBy, receiver, returnDomain, sentTo } from './testing/receivers.js';
import { Tally } from './tally.js';

let hub: HubUnderTest;
let port: number;
beforeAll(async () => {
  const environment = {
    ...{ RELAIS_NOW: '2026-11-10T09:00:00Z', INTAKE_SMTP: '127.0.0.1:0', RETURN_DOMAIN: returnDomain },
    INTAKE_ADDRESS: 'annonces@exemple.test',
  };
  hub = await HubUnderTest.start({ configuration: oneAssembly(), environment });
  port = hub.get(MailIntake).port ?? 0;
});
afterAll(() => hub.end());

/** What a mail server that hands a message over is told. */
const brought = async (raw: string, to: string, from = ''): Promise<string> => {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    return (await transport.sendMail({ envelope: { from, to }, raw })).response;
  } catch (error) {
    return (error as Error).message;
  } finally {
    transport.close();
  }
};
let reports = 0;
/** A report that a letter did not arrive, at where it comes back to. */
const bounced = (at: string, notice: NoticeOf = {}): Promise<string> =>
  brought(deliveryReport({ at, messageId: `<dsn-${reports++}@mx.test>`, ...notice }), at);

const dataOf = async (type: string, of: string): Promise<unknown[]> =>
  (await hub.events(type)).map(({ data }) => data).filter((data) => Object.values(data as object).includes(of));
const ending = async (subscription: string): Promise<unknown> =>
  ((await dataOf('subscription.ended', subscription))[0] as { reason?: string } | undefined)?.reason;

describe('a letter that comes back', () => {
  it('is on record with what it came back as, once for each report, and with nothing of anybody', async () => {
    const letter = await sentTo(hub, await receiver(hub, 'alice'));
    const at = comesBackTo(hub, letter);
    const same = { messageId: '<same@mx.alice.test>', to: 'alice@exemple.test' };
    expect([await bounced(at, same), await bounced(at, same)]).toEqual(['250 recorded', '250 recorded']);
    const found = await dataOf('letter.bounced', letter);
    expect(found).toMatchObject([{ letter, status: '5.1.1', permanent: true }]);
    expect(JSON.stringify(found)).not.toMatch(/alice|mx\./);
  });

  it('ends what its receiver had once a second one says that nobody is there', async () => {
    const bob = await receiver(hub, 'bob');
    await bounced(comesBackTo(hub, await sentTo(hub, bob)));
    expect(await ending(bob.subscription)).toBeUndefined();
    await bounced(comesBackTo(hub, await sentTo(hub, bob)));
    expect(await ending(bob.subscription)).toBe('undeliverable');
  });

  it('ends a wish that nobody confirmed', async () => {
    const nobody = await receiver(hub, 'personne', { confirmed: false });
    await bounced(comesBackTo(hub, await sentTo(hub, nobody, { purpose: 'confirmation' })));
    expect(await ending(nobody.subscription)).toBe('undeliverable');
  });

  it('counts for all that an address has', async () => {
    const [one, other] = [await receiver(hub, 'deux'), await receiver(hub, 'deux')];
    await bounced(comesBackTo(hub, await sentTo(hub, one)));
    await bounced(comesBackTo(hub, await sentTo(hub, other)));
    expect([await ending(one.subscription), await ending(other.subscription)]).toEqual([
      'undeliverable',
      'undeliverable',
    ]);
  });

  it('is known by its address, though its text says nothing; then it counts as what may pass', async () => {
    const letter = await sentTo(hub, await receiver(hub, 'chloe'));
    await brought(message('#!%&', { subject: '???' }), comesBackTo(hub, letter));
    expect(await dataOf('letter.bounced', letter)).toMatchObject([{ status: '4.0.0', permanent: false }]);
  });

  it('that a host is dead ends nothing at once', async () => {
    const dora = await receiver(hub, 'dora');
    for (let times = 0; times < 6; times++)
      await bounced(comesBackTo(hub, await sentTo(hub, dora)), { status: '4.4.1', diagnostic: 'X; refused' });
    expect(await ending(dora.subscription)).toBeUndefined();
  });

  it.each([
    ['is late', deliveryReport({ action: 'delayed', status: '4.4.1' }), ''],
    ['arrived', deliveryReport({ action: 'delivered', status: '2.0.0' }), ''],
    [
      'came to somebody who is away',
      message('Je reviens.', { subject: 'Re: Lettre', headers: ['Auto-Submitted: auto-replied'] }),
      'eve@exemple.test',
    ],
    ['was answered to the wrong address', message('Merci !', { from: 'eve@exemple.test' }), 'eve@exemple.test'],
  ])('is not one that %s', async (_what, raw, from) => {
    const letter = await sentTo(hub, await receiver(hub, 'eve'));
    expect(await brought(raw, comesBackTo(hub, letter), from)).toBe('250 recorded');
    expect(await dataOf('letter.bounced', letter)).toEqual([]);
  });

  it('is told to come again while nobody knows of it', async () => {
    const unknown = comesBackTo(hub, 'u'.repeat(43) as never);
    expect(await bounced(unknown)).toMatch(/451 the letter that this is about is not known here yet/);
  });
});

describe('a complaint', () => {
  it('ends all that its receiver had, and is on record', async () => {
    const fred = await receiver(hub, 'fred');
    const letter = await sentTo(hub, fred);
    const raw = complaint(comesBackTo(hub, letter));
    expect(await brought(raw, `abuse@${returnDomain}`, 'plaintes@fai.test')).toBe('250 recorded');
    expect(await brought(raw, `abuse@${returnDomain}`, 'plaintes@fai.test')).toBe('250 recorded');
    expect(await dataOf('letter.complained', letter)).toHaveLength(1);
    expect(await ending(fred.subscription)).toBe('complaint');
  });

  it('is known by the way to leave where nothing else of the letter is left', async () => {
    const gina = await receiver(hub, 'gina');
    await hub.shown();
    const raw = complaint('x@y.test').replace(
      'Subject: Lettre\r\n\r\nBonjour',
      `List-Unsubscribe: <mailto:${leavesBy(hub, gina)}>\r\n\r\nBonjour`,
    );
    expect(await brought(raw, `plaintes@${returnDomain}`, 'plaintes@fai.test')).toBe('250 recorded');
    expect(await ending(gina.subscription)).toBe('complaint');
  });

  it('is all that the address for complaints takes', async () => {
    const said = await brought(message('Bonjour'), `abuse@${returnDomain}`, 'x@exemple.test');
    expect(said).toMatch(/554 only reports of complaints/);
  });

  it('that is about no letter of ours is not taken', async () => {
    const raw = complaint(`rebond+aaaa.aaaaaaaaaa@${returnDomain}`);
    expect(await brought(raw, `abuse@${returnDomain}`, 'plaintes@fai.test')).toMatch(/^.*554/);
  });
});

describe('a letter to where one leaves', () => {
  it.each([
    ['nothing', '', {}],
    ['that it is kept', 'Non, gardez-moi !', { subject: 'je reste' }],
    ['that a program wrote it', 'unsubscribe', { headers: ['Auto-Submitted: auto-generated'] }],
  ])('ends all that the address has, though it says %s', async (what, text, words) => {
    const name = `parti-${what.length}`;
    const [one, other] = [await receiver(hub, name), await receiver(hub, name)];
    await hub.shown();
    const raw = message(text, { from: one.address, subject: 'unsubscribe', ...words });
    expect(await brought(raw, leavesBy(hub, one), one.address)).toBe('250 recorded');
    expect([await ending(one.subscription), await ending(other.subscription)]).toEqual(['mail', 'mail']);
  });

  it('is no answer of who is away', async () => {
    const hugo = await receiver(hub, 'hugo');
    await hub.shown();
    const raw = message('Je reviens.', { from: hugo.address, headers: ['Auto-Submitted: auto-replied'] });
    await brought(raw, leavesBy(hub, hugo), hugo.address);
    expect(await ending(hugo.subscription)).toBeUndefined();
  });
});

describe('a forged address', () => {
  it('is turned away before the message, counted, and does nothing', async () => {
    const ivan = await receiver(hub, 'ivan');
    const letter = await sentTo(hub, ivan);
    const before = hub.get(Tally).counts.forged ?? 0;
    const forged = [comesBackTo(hub, letter), leavesBy(hub, ivan)].map((address) =>
      address.replace(/\.(.)/, (_, first: string) => `.${first === 'a' ? 'b' : 'a'}`),
    );
    for (const address of forged) expect(await bounced(address)).toMatch(/550 no such address here/);
    expect(hub.get(Tally).counts.forged).toBe(before + 2);
    expect(await dataOf('letter.bounced', letter)).toEqual([]);
    expect(await ending(ivan.subscription)).toBeUndefined();
  });
});
