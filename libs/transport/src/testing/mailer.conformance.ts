import PostalMime, { type Email } from 'postal-mime';
import type { Mailer, MayLeave, Message } from '../mailer/mailer.js';

/** Where letters go, and the mailer that hands them over. */
export type Post = Readonly<{
  mailer: Mailer;
  /** The letters that arrived, as bytes, oldest first. */
  letters(): Promise<readonly Buffer[]>;
  close(): Promise<void>;
}>;

type Differences = Readonly<{
  /** Whether it can tell which letters were taken. */
  remembers: boolean;
}>;

/** For letters that nothing keeps from leaving. */
export const freely: MayLeave = async () => true;

/** A letter of a list, with all that must not get lost on its way. */
export const letterOf = (changes: Partial<Message> = {}): Message => ({
  messageId: '<numero-7.a1b2@relais.test>',
  date: '2026-03-02T18:00:00.000Z',
  from: '"Assemblée des communs, Lille" <lettre@relais.test>',
  to: 'alice@exemple.test',
  subject: 'Lettre de mars : « l’assemblée » se réunit à Lille, au Polder, le 26 – venez nombreux·ses 🎉',
  text: 'Bonjour,\n\nLe 26 mars à midi, au Polder.\n\n--\nSe désabonner : https://relais.test/q?jeton=x\n',
  html: '<!doctype html><html lang="fr"><body><h1>Bonjour</h1><p>Le 26 mars à midi, au Polder.</p></body></html>',
  headers: {
    'List-Id': '=?UTF-8?B?w4ljaGFuZ2Vz?= <info-lille.relais.test>',
    'List-Unsubscribe': `<https://relais.test/abonnement/quitter?jeton=${'abcdefghij'.repeat(20)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
  },
  ...changes,
});

const lines = (text = ''): string[] => text.replace(/\r\n/g, '\n').replace(/\n+$/, '').split('\n');

/** What every mailer must do. An adapter's spec is one call of this. */
export const describeMailer = (name: string, open: () => Promise<Post>, { remembers }: Differences): void => {
  describe(`${name} as a mailer`, () => {
    let post: Post;
    beforeEach(async () => {
      post = await open();
    });
    afterEach(async () => {
      await post.mailer.close();
      await post.close();
    });

    /** Sends one letter and gives it as it arrived. */
    const arrived = async (message: Message): Promise<{ raw: string; email: Email }> => {
      expect(await post.mailer.send(message, freely)).toMatchObject({ outcome: 'accepted' });
      const bytes = (await post.letters()).at(-1) ?? Buffer.alloc(0);
      return { raw: bytes.toString('latin1'), email: await PostalMime.parse(bytes) };
    };

    it('hands over who wrote, to whom, when and what', async () => {
      const message = letterOf();
      const { email } = await arrived(message);
      expect(email).toMatchObject({
        messageId: message.messageId,
        date: message.date,
        from: { name: 'Assemblée des communs, Lille', address: 'lettre@relais.test' },
        to: [{ name: '', address: 'alice@exemple.test' }],
        subject: message.subject,
      });
      expect(lines(email.text)).toEqual(lines(message.text));
      expect(lines(email.html)).toEqual(lines(message.html));
    });

    it('hands over both parts, the text first', async () => {
      const { raw } = await arrived(letterOf());
      expect([...raw.matchAll(/^Content-Type: ([a-z/]+)/gim)].map(([, type]) => type)).toEqual([
        'multipart/alternative',
        'text/plain',
        'text/html',
      ]);
    });

    it('keeps each further header on its one line', async () => {
      const message = letterOf();
      const { raw } = await arrived(message);
      const [head = ''] = raw.split('\r\n\r\n');
      const sent = head.split('\r\n').map((line) => line.replace(/^[^:]*/, (key) => key.toLowerCase()));
      expect(sent).toEqual(
        expect.arrayContaining(Object.entries(message.headers).map(([key, value]) => `${key.toLowerCase()}: ${value}`)),
      );
    });

    it('writes lines as mail has them: ended by CRLF, and none too long', async () => {
      const long = 'é'.repeat(5_000);
      const { raw, email } = await arrived(letterOf({ text: `${long}\nx`, html: `<p>${long}</p>` }));
      expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
      expect(lines(email.text)).toEqual([long, 'x']);
      expect(lines(email.html)).toEqual([`<p>${long}</p>`]);
    });

    it.each([
      ['dots', '.\n..\n.x\n.\n\n.'],
      ['an ascii text without end of line', 'plain'],
      ['an ascii line longer than SMTP allows', 'x'.repeat(3_000)],
      ['lines like headers', 'Subject: another\nFrom me\n>From you'],
      ['spaces and equals signs', 'a = b =20 =\n  indented\ttab '],
      ['other writings', 'Grüße, 你好, שלום, 🏳️‍🌈'],
      ['a boundary', '--\n----_NmP-\n--\n'],
    ])('hands over what is hard to write: %s', async (_what, text) => {
      const { email } = await arrived(letterOf({ text, html: `<pre>${text}</pre>` }));
      expect(lines(email.text)).toEqual(lines(text));
      expect(lines(email.html)).toEqual(lines(`<pre>${text}</pre>`));
    });

    it('hands over the same bytes for the same letter', async () => {
      const { raw: first } = await arrived(letterOf());
      const { raw: second } = await arrived(letterOf());
      expect(second).toBe(first);
    });

    it.each(['alice@exemple.test, bob@exemple.test', 'alice@exemple.test;bob@exemple.test', 'alice', '', '<a@b.test>'])(
      'refuses for good what is not one address, and sends nothing: %j',
      async (to) => {
        const asked: string[] = [];
        const mayLeave = async () => asked.push(to) > 0;
        expect(await post.mailer.send(letterOf({ to }), mayLeave)).toEqual({
          outcome: 'refused',
          code: 'no address',
          permanent: true,
        });
        expect([asked, await post.letters()]).toEqual([[], []]);
      },
    );

    it.each(['alice@exemple.test\r\nBcc: bob@exemple.test', 'alice@exemple.test\n', 'a b@exemple.test'])(
      'sends nothing to an address that holds more: %j',
      async (to) => {
        expect(await post.mailer.send(letterOf({ to }), freely)).toMatchObject({ outcome: 'refused', permanent: true });
        expect(await post.letters()).toEqual([]);
      },
    );

    it('lets no header begin another', async () => {
      const headers = { 'List-Id': 'info\r\nBcc: bob@exemple.test' };
      await expect(post.mailer.send(letterOf({ headers }), freely)).rejects.toThrow(
        'the header List-Id holds a line break',
      );
      expect(await post.letters()).toEqual([]);
      const { email } = await arrived(letterOf({ subject: 'Lettre\r\nBcc: bob@exemple.test' }));
      expect(email.bcc ?? []).toEqual([]);
    });

    it('never says to whom', async () => {
      const said = JSON.stringify(await post.mailer.send(letterOf(), freely));
      expect(said).toContain('accepted');
      expect(said).not.toMatch(/alice|exemple/);
    });

    it('asks once whether a letter may leave, before anybody has taken it', async () => {
      const taken: unknown[] = [];
      const { outcome } = await post.mailer.send(letterOf(), async () => {
        taken.push(await post.letters(), await post.mailer.wasAccepted(letterOf().messageId));
        return true;
      });
      expect(outcome).toBe('accepted');
      expect(taken).toEqual([[], remembers ? false : 'cannot-tell']);
      expect(await post.letters()).toHaveLength(1);
    });

    it('keeps a letter that is not to leave, and hands over the next', async () => {
      expect(await post.mailer.send(letterOf(), async () => false)).toEqual({ outcome: 'kept' });
      expect(await post.letters()).toEqual([]);
      const { email } = await arrived(letterOf({ subject: 'La suivante' }));
      expect(email.subject).toBe('La suivante');
      expect(await post.letters()).toHaveLength(1);
    });

    it('keeps a letter when nobody can say whether it may leave, says why, and hands over the next', async () => {
      const fault = new Error('the disk is full');
      await expect(post.mailer.send(letterOf(), () => Promise.reject(fault))).rejects.toBe(fault);
      expect(await post.letters()).toEqual([]);
      await arrived(letterOf());
      expect(await post.letters()).toHaveLength(1);
    });

    it('forgets what it keeps of letters, and of no others', async () => {
      const other = letterOf({ messageId: '<numero-7.a1b2c@relais.test>', to: 'bob@exemple.test' });
      await post.mailer.send(letterOf(), freely);
      await post.mailer.send(other, freely);
      const before = (await post.letters()).length;
      const meant = new Set(['numero-7.a1b2', 'numero-8']);
      expect(await post.mailer.keeps(meant)).toEqual(remembers ? ['numero-7.a1b2'] : []);
      const forgotten = await post.mailer.forget(meant);
      expect(forgotten).toEqual(remembers ? ['numero-7.a1b2'] : []);
      expect(await post.letters()).toHaveLength(before - forgotten.length);
      expect(await post.mailer.wasAccepted(other.messageId)).toBe(remembers ? true : 'cannot-tell');
      expect([await post.mailer.keeps(meant), await post.mailer.forget(meant)]).toEqual([[], []]);
    });

    it(remembers ? 'knows which letters were taken' : 'does not know which letters were taken', async () => {
      const { messageId } = letterOf();
      expect(await post.mailer.wasAccepted(messageId)).toBe(remembers ? false : 'cannot-tell');
      await post.mailer.send(letterOf(), freely);
      expect(await post.mailer.wasAccepted(messageId)).toBe(remembers ? true : 'cannot-tell');
    });
  });
};
