import { complaint, deliveryReport, message, type Words } from '../testing/notices.js';
import { readMail } from './mail.js';
import { noticeIn, type Notice } from './notice.js';

const noticeOf = async (raw: string, sender = ''): Promise<Notice> =>
  noticeIn(await readMail(Buffer.from(raw)), sender);
const alice = 'alice@exemple.test';
const failed = (status: string, address: string | undefined = alice) => ({
  kind: 'failures',
  failures: [{ ...(address && { address }), action: 'failed', status }],
});

describe('a report of delivery', () => {
  it('tells whom a letter did not reach, and why', async () =>
    expect(await noticeOf(deliveryReport())).toEqual(failed('5.1.1')));

  it('takes the word of the status, whatever the text says', async () =>
    expect(
      await noticeOf(deliveryReport({ status: '4.4.1', diagnostic: 'X-Postfix; connect to mort.test: refused' })),
    ).toEqual(failed('4.4.1')));

  it('takes the word of the other server where there is no status', async () =>
    expect(await noticeOf(deliveryReport({ status: '', diagnostic: 'smtp; 552 mailbox full' }))).toEqual(
      failed('5.2.2'),
    ));

  it('may say that it is still tried, also with a comment', async () =>
    expect(await noticeOf(deliveryReport({ status: '4.0.0', action: 'delayed (will be retried)' }))).toEqual({
      kind: 'failures',
      failures: [{ address: alice, action: 'delayed', status: '4.0.0' }],
    }));

  it.each(['delivered', 'relayed', 'expanded'])('says nothing against anybody where it went well: %s', async (action) =>
    expect(await noticeOf(deliveryReport({ action, status: '2.0.0' }))).toMatchObject({ kind: 'automatic' }),
  );

  it('is found within the letter of whoever looked it through for viruses', async () => {
    const within = `Content-Type: multipart/mixed; boundary="a"\r\n\r\n--a\r\nContent-Type: message/rfc822\r\n\r\n${deliveryReport()}--a--\r\n`;
    expect(await noticeOf(`From: postmaster@exemple.test\r\nMIME-Version: 1.0\r\n${within}`)).toEqual(failed('5.1.1'));
  });
});

describe('a notice of before there were reports', () => {
  it.each<[string, string, object, Words]>([
    [
      'qmail',
      `Hi. This is the qmail-send program.\nI'm afraid I wasn't able to deliver your message.\n\n<${alice}>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nTo: bob@exemple.test`,
      failed('5.1.1'),
      {},
    ],
    ['a list of recipients', `Delivery to the following recipients failed.\n\n       ${alice}\n`, failed('5.0.0'), {}],
    [
      'French',
      `Votre message n’a pas pu être remis.\n\n${alice}\nboîte pleine`,
      failed('5.2.2'),
      { subject: 'Message non distribué' },
    ],
    ['Dutch', `Uw bericht is onbestelbaar: ${alice}`, failed('5.0.0'), {}],
    [
      'a server’s answer',
      `Your message could not be delivered:\nRCPT TO:<${alice}>\n550 unknown user`,
      failed('5.1.1'),
      {},
    ],
    ['no address', 'Undeliverable: user unknown', failed('5.1.1', ''), {}],
    [
      'a delay',
      `Warning: your message to <${alice}> has not yet been delivered. No action is required.`,
      { kind: 'failures', failures: [{ address: alice, action: 'delayed', status: '4.0.0' }] },
      {},
    ],
    ['Exim', 'A message could not be delivered.', failed('5.0.0'), { headers: [`X-Failed-Recipients: ${alice}`] }],
  ])('is understood: %s', async (_what, text, expected, words) =>
    expect(await noticeOf(message(text, words))).toEqual(expected),
  );

  it('takes no number of a host for a status, nor whom the letter was from for whom it was for', async () => {
    const text = `Delivery failed at 5.1.1.20, or at 192.5.1.1\n<${alice}>: gone\n\nContact postmaster@exemple.test`;
    expect(await noticeOf(message(text))).toEqual(failed('5.0.0'));
  });

  it('that nobody understands is a machine’s all the same', async () =>
    expect(await noticeOf(message('#!%&', { subject: '???' }))).toEqual({ kind: 'uncertain' }));
});

describe('a hostile message', () => {
  const long = 200_000;
  const filled = (text: string): string => text.repeat(Math.ceil(long / text.length)).slice(0, long);
  it.each([
    ['words that begin a notice', 'delivery user mailbox '],
    ['addresses', 'a@b.c '],
    ['dots', 'a.b.'],
    ['numbers', '5.1.'],
    ['one long line', 'x'],
    ['dashes', '-'],
    ['empty lines', '\n'],
    ['short lines', 'a\n'],
    ['lines like headers', 'to: \n'],
    ['blanks', ' '],
    ['reports within', 'content-type: message/delivery-status\n'],
    ['beginnings of the way to leave', 'quitter+aaaa'],
    ['challenges', 'confirm that you'],
  ])(
    'of %s is judged before a person would',
    async (_what, text) => {
      const within = `From: x@y.test\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="a"\r\n\r\n--a\r\nContent-Type: message/rfc822\r\n\r\n${filled(text)}\r\n--a--\r\n`;
      for (const raw of [message(filled(text)), within]) expect((await noticeOf(raw)).kind).toEqual(expect.any(String));
    },
    10_000,
  );
});

describe('what is no notice', () => {
  it.each<[string, string, Words, string]>([
    ['who is away', 'Je reviens le 3.', { from: alice, headers: ['Auto-Submitted: auto-replied'] }, alice],
    ['who is away, without a sender', 'Back on Monday.', { from: alice, subject: 'Out of office: Lettre' }, ''],
    ['who is away, in words alone', 'Je reviens.', { from: alice, subject: 'Absence du bureau' }, alice],
    ['wie afwezig is', 'Tot maandag.', { from: alice, subject: 'Automatisch antwoord: Brief' }, alice],
    ['a challenge', 'Please confirm that you sent this e-mail.', { from: alice, subject: 'Verify' }, alice],
    ['a list', 'Bienvenue', { from: alice, headers: ['List-Id: <l.test>'] }, alice],
    ['an automatic answer of old', 'x', { from: alice, headers: ['X-Autoreply: yes'] }, alice],
  ])('is passed over: %s', async (_what, text, words, sender) =>
    expect(await noticeOf(message(text, words), sender)).toMatchObject({ kind: 'automatic' }),
  );

  it.each([
    ['in so many words', { subject: 'Re: Lettre' }],
    ['who says that no machine wrote', { subject: 'Re: Lettre', headers: ['Auto-Submitted: no'] }],
  ])('is a person’s: %s', async (_what, words) =>
    expect(await noticeOf(message('Oui, mon adresse ne marchait pas.', { from: alice, ...words }), alice)).toEqual({
      kind: 'person',
    }),
  );
});

describe('a complaint', () => {
  it.each(['abuse', 'fraud', 'opt-out', 'other'])('is one: %s', async (type) =>
    expect(await noticeOf(complaint('x@lille.test', type), 'plaintes@fai.test')).toEqual({ kind: 'complaint' }),
  );

  it.each(['not-spam', 'auth-failure'])('is none: %s', async (type) =>
    expect((await noticeOf(complaint('x@lille.test', type), 'plaintes@fai.test')).kind).not.toBe('complaint'),
  );
});
