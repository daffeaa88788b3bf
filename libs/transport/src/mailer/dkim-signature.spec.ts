import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth';
import { letterOf } from '../testing/mailer.conformance.js';
import { composing } from './composing.js';
import { dkimSignature, type Header } from './dkim-signature.js';
import { bodyHash, relaxedLines, withoutEmptyLines } from './relaxed.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const dkim = { domain: 'relais.test', selector: 's1', privateKey };
const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

/** What a receiver that looks up our key says of a letter. */
const verdict = async (letter: Buffer | string) => {
  const { results } = await dkimVerify(Buffer.from(letter), {
    resolver: async (name: string) => {
      expect(name).toBe('s1._domainkey.relais.test');
      return [[record]];
    },
  });
  return results.map(({ status, signingDomain }) => [status.result, signingDomain]);
};
const holds = [['pass', 'relais.test']];
const compose = composing(dkim);
const signed = async (changes: Parameters<typeof letterOf>[0] = {}): Promise<string> =>
  (await compose(letterOf(changes)))?.bytes.toString() ?? '';

describe('our signature', () => {
  const headers: Header[] = [
    ['From', 'Relais  <lettre@relais.test> '],
    ['Subject', '=?UTF-8?B?w4k=?=\r\n =?UTF-8?B?w4k=?='],
    ['X-Other', 'not signed'],
    ['List-Unsubscribe', `<https://relais.test/q?jeton=${'x'.repeat(300)}>`],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
  ];
  /** A letter with this body, in bytes as they are. */
  const letterWith = async (body: string): Promise<Buffer> => {
    const hash = bodyHash([withoutEmptyLines(relaxedLines(body))]);
    const lines = [await dkimSignature(headers, hash, dkim), ...headers].map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    return Buffer.from(`${lines.join('')}\r\n${body}`, 'latin1');
  };

  it.each([
    ['nothing', ''],
    ['an empty line', '\r\n'],
    ['empty lines', '\r\n\r\n\r\n'],
    ['lines of spaces', ' \r\n\t \r\n'],
    ['empty lines at its end', 'Bonjour\r\n\r\n\r\n'],
    ['lines of spaces at its end', 'Bonjour\r\n \t\r\n  \r\n'],
    ['empty lines in between', '\r\n\r\nBonjour\r\n\r\n\r\nOui\r\n'],
    ['spaces at ends of lines', 'Bonjour  \r\nOui\t \r\n'],
    ['spaces within and before', '  Bonjour \t  Lille\r\n'],
    ['bytes beyond ASCII', 'Déjà \xa0 vu \xff\x80\r\n'],
    ['dots', '.\r\n..\r\n. \r\n'],
  ])('holds over a body of %s, as mailauth says', async (_what, body) => {
    expect(await verdict(await letterWith(body))).toEqual(holds);
  });

  it('holds over random bodies', async () => {
    const parts = [' ', '\t', '\r\n', 'a', '\xe9', '.', '=', '\r\n\r\n', ' \r\n'];
    for (let n = 0; n < 100; n++) {
      const body = Array.from({ length: n }, (_, at) => parts[(n * 7 + at * (n % 13) + at) % parts.length]).join('');
      expect([n, await verdict(await letterWith(`${body}\r\n`))]).toEqual([n, holds]);
    }
  });
});

describe('a letter that was composed and signed', () => {
  it('passes as mailauth checks it, with slots or without, with HTML or without', async () => {
    const { html: _html, ...textOnly } = letterOf({ text: 'Bonjour {{name}}\n\n \n\n', slots: { name: ' \n ' } });
    expect(await verdict(await signed())).toEqual(holds);
    expect(await verdict((await compose(textOnly))?.bytes ?? '')).toEqual(holds);
    for (const slot of ['', ' ', '\n\n', 'é='.repeat(60), 'a b  c\t', '.'])
      expect(
        await verdict(
          await signed({ text: `{{x}}\n  {{x}} \n\n{{x}}`, html: `{{x}}<b> {{x}}</b>{{x}}`, slots: { x: slot } }),
        ),
      ).toEqual(holds);
  });

  it.each([
    ['its From', 'lettre@relais.test', 'autre@relais.test'],
    ['where one click leads', 'quitter?jeton=', 'rester?jeton='],
    ['that one click is enough', 'List-Unsubscribe=One-Click', 'List-Unsubscribe=Two-Clicks'],
    ['its list', 'info-lille.relais.test', 'info-gent.relais.test'],
    ['one letter of its text', 'Polder', 'Folder'],
  ])('passes no more when %s was changed', async (_what, from, to) => {
    const letter = await signed();
    expect(letter).toContain(from);
    expect(await verdict(letter.replaceAll(from, to))).not.toEqual(holds);
  });

  it('passes no more when a second From was added', async () => {
    expect(await verdict(`From: chef@relais.test\r\n${await signed()}`)).not.toEqual(holds);
  });
});
