import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { signatureOf } from '../testing/dkim.js';
import { freely, letterOf } from '../testing/mailer.conformance.js';
import { startSmtp } from '../testing/smtp-server.js';
import { SmtpMailer } from './smtp-mailer.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const dkim = { domain: 'relais.test', selector: 's1', privateKey };

/** A letter as it arrives from a mailer that signs. */
const signed = async (message = letterOf()): Promise<Buffer> => {
  const server = await startSmtp();
  const mailer = new SmtpMailer({ url: `smtp://127.0.0.1:${server.port}`, dkim });
  expect(await mailer.send(message, freely)).toMatchObject({ outcome: 'accepted' });
  await mailer.close();
  await server.close();
  return server.taken[0]?.raw ?? Buffer.alloc(0);
};
const changed = (letter: Buffer, from: string, to: string): Buffer => {
  const text = letter.toString('latin1');
  expect(text).toContain(from);
  return Buffer.from(text.replace(from, to), 'latin1');
};

describe('a signed letter', () => {
  it('holds, for the domain and the key that were given', async () => {
    expect(signatureOf(await signed(), publicKey)).toMatchObject({
      domain: 'relais.test',
      selector: 's1',
      holds: true,
    });
  });

  it('covers what one-click unsubscription rests on, and who wrote what to whom', async () => {
    const { covers = [] } = signatureOf(await signed(), publicKey) ?? {};
    expect(covers).toEqual(
      expect.arrayContaining([
        ...['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type'],
        ...['list-id', 'list-unsubscribe', 'list-unsubscribe-post', 'auto-submitted'],
      ]),
    );
  });

  it.each([
    ['where one click leads', 'quitter?jeton=', 'rester?jeton='],
    ['that one click is enough', 'List-Unsubscribe=One-Click', 'List-Unsubscribe=Two-Clicks'],
    ['its subject', 'TGV0dHJl', 'TGV0dHJm'],
    ['its text', 'au Polder', 'au bistro'],
  ])('holds no more when somebody changes %s', async (_what, from, to) => {
    expect(signatureOf(changed(await signed(), from, to), publicKey)?.holds).toBe(false);
  });

  it('holds whatever is in it: dots, spaces at the end, no line end, other writings', async () => {
    const text = '.\n..\n  \n a  b \n\n\n你好'.repeat(3);
    expect(signatureOf(await signed(letterOf({ text, html: `<p>${text}</p>   ` })), publicKey)?.holds).toBe(true);
    expect(signatureOf(await signed(letterOf({ text: '', html: '<p></p>' })), publicKey)?.holds).toBe(true);
  });

  it('does not hold for another key', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey;
    expect(signatureOf(await signed(), other)?.holds).toBe(false);
  });
});

describe('a key that cannot sign', () => {
  const url = 'smtp://127.0.0.1:25';
  const ed25519 = generateKeyPairSync('ed25519').privateKey;

  it.each([
    ['of another kind', ed25519, 'private ed25519'],
    ['that is the public one', createPublicKey(privateKey), 'public rsa'],
  ])('is refused before any letter leaves: one %s', (_what, key, said) => {
    expect(() => new SmtpMailer({ url, dkim: { ...dkim, privateKey: key } })).toThrow(
      `the DKIM key must be a private RSA key, and is ${said}`,
    );
  });

  it('is none that comes from a file', async () => {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const mailer = new SmtpMailer({ url, dkim: { ...dkim, privateKey: createPrivateKey(pem) } });
    expect(await mailer.wasAccepted(letterOf().messageId)).toBe('cannot-tell');
    await mailer.close();
  });
});
