import { buffer } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';
import { letterOf } from '../testing/mailer.conformance.js';
import { composing } from './composing.js';
import type { Message } from './mailer.js';
import { slotOf } from './slots.js';

/** The same numbers each time. */
const numbers = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const hostile = [
  ...['a', 'Z', ' ', '  ', '\t', '\n', '\r\n', '.', '=', '=3D', '=\n', '?', '=?UTF-8?B?', '<', '>', '&', '"', "'"],
  ...[
    'é',
    'ß',
    '你',
    '🏳️‍🌈',
    '\u2028',
    '\u00a0',
    '\u200b',
    '\0',
    '\x7f',
    '{',
    '}',
    '{{',
    '--',
    '--=_',
    '\\',
    ',',
    ';',
    '@',
  ],
  ...['From me', 'Bcc: x@y.test', 'https://relais.test/q?jeton=', 'e'.repeat(80), 'é'.repeat(60), ' '.repeat(80)],
];
const words = (pick: (below: number) => number, most: number, from = hostile): string =>
  Array.from({ length: pick(most) }, () => from[pick(from.length)]).join('');

/** A letter whose every part is as bad as it can be, with slots at any place of it. */
const randomLetter = (seed: number): Message & { slots: Record<string, string> } => {
  const pick = numbers(seed);
  const prose = hostile.filter((word) => !word.includes('{') && !word.includes('}') && !'\0\x7f'.includes(word));
  const pieces = (): string =>
    Array.from(
      { length: 1 + pick(4) },
      () => `${words(pick, 40, prose)}${['', '{{leave}}', '{{answer}}'][pick(3)]}`,
    ).join('');
  return letterOf({
    messageId: `<l${seed}.${pick(1_000)}@relais.test>`,
    from: `${JSON.stringify(words(pick, 12, prose).replace(/\s+/g, ' ')).replace(/\\u[0-9a-f]{4}|\p{Cc}/gu, '')} <lettre@relais.test>`,
    to: ['alice@exemple.test', "o'hara+x/y@exemple.test", 'a..b@exemple.test', 'zoé@exemple.test', 'bob@exemplé.test'][
      pick(5)
    ] as string,
    subject: words(pick, 20, prose),
    text: pieces(),
    html: `<p>${pieces()}</p>`,
    slots: { leave: words(pick, 10), answer: words(pick, 10) },
  }) as Message & { slots: Record<string, string> };
};

/** The same letter as nodemailer makes it. */
const byNodemailer = async ({
  text,
  html = '',
  slots,
  headers,
  to,
  ...rest
}: ReturnType<typeof randomLetter>): Promise<Buffer> => {
  const put = (into: string, as: 'text' | 'html'): string =>
    into.replace(/\{\{(\w+)\}\}/g, (_slot, name: string) => slotOf(slots[name] ?? '')[as]);
  const { message } = await createTransport({ streamTransport: true, newline: 'windows' }).sendMail({
    ...rest,
    to: { name: '', address: to },
    text: put(text, 'text'),
    html: put(html, 'html'),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { prepared: true, value }])),
    textEncoding: 'quoted-printable',
  });
  return buffer(message as NodeJS.ReadableStream);
};

const ends = (text = ''): string => text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
const spaces = (text = ''): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
const said = ({ from, to, subject, messageId, date, text, html, headers }: Email) => ({
  ...{ messageId, date, to, text: ends(text), html: ends(html), subject: spaces(subject) },
  from: { address: from?.address, name: spaces(from?.name) },
  list: headers
    .filter(({ key }) => key.startsWith('list-') || key === 'auto-submitted')
    .map(({ key, value }) => `${key}: ${value}`)
    .sort(),
});

const compose = composing();
const bytesOf = async (message: Message): Promise<Buffer> => (await compose(message))?.bytes ?? Buffer.alloc(0);

describe('letters that share a body', () => {
  const seeds = Array.from({ length: 400 }, (_, n) => n + 1);

  it('say what nodemailer would have them say, whatever is put into them', async () => {
    for (const seed of seeds) {
      const letter = randomLetter(seed);
      const [ours, theirs] = [await bytesOf(letter), await byNodemailer(letter)];
      expect({ seed, ...said(await PostalMime.parse(ours)) }).toEqual({
        seed,
        ...said(await PostalMime.parse(theirs)),
      });
    }
  });

  it('are lines that mail can carry: in ASCII but for an address, ended by CRLF, no body line over 76', async () => {
    for (const seed of seeds) {
      const text = (await bytesOf(randomLetter(seed))).toString();
      const [head = '', ...bodies] = text.split('\r\n\r\n');
      expect(text.replaceAll('\r\n', '').replace('zoé', '')).toMatch(/^[\t\x20-\x7e]*$/);
      expect(Math.max(...head.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
      expect(
        bodies
          .join('\r\n\r\n')
          .split('\r\n')
          .filter((line) => line.length > 76 || /[\t ]$/.test(line)),
      ).toEqual([]);
    }
  });

  it('have the same bytes each time, also from another process', async () => {
    for (const seed of seeds.slice(0, 50)) {
      const again = composing();
      expect((await again(randomLetter(seed)))?.bytes.equals(await bytesOf(randomLetter(seed)))).toBe(true);
    }
  });

  it('are one person’s each', async () => {
    const shared = letterOf({ text: 'Partir : {{leave}}', html: '<a href="{{leave}}">Partir</a>' });
    const parsed = await Promise.all(
      ['a=1&b', 'a=2&c'].map(async (leave) => PostalMime.parse(await bytesOf({ ...shared, slots: { leave } }))),
    );
    expect(parsed.map(({ text, html }) => [ends(text), ends(html)])).toEqual([
      ['Partir : a=1&b', '<a href="a=1&amp;b">Partir</a>'],
      ['Partir : a=2&c', '<a href="a=2&amp;c">Partir</a>'],
    ]);
  });

  it('do not go out with a slot that nothing is put into', async () => {
    await expect(compose(letterOf({ text: '{{leave}}', slots: { other: 'x' } }))).rejects.toThrow(
      'the letter has no «leave» to put in',
    );
  });

  it('keep what looks like a slot where nothing is put in', async () => {
    const { text } = await PostalMime.parse(await bytesOf(letterOf({ text: '{{leave}}' })));
    expect(ends(text)).toBe('{{leave}}');
  });

  it('may be text alone', async () => {
    const { html: _html, ...letter } = letterOf({ text: 'Bonjour {{name}}\n\n\n', slots: { name: 'Zoé' } });
    const email = await PostalMime.parse(await bytesOf(letter));
    expect([ends(email.text), email.html, email.attachments]).toEqual(['Bonjour Zoé\n\n', undefined, []]);
  });
});
