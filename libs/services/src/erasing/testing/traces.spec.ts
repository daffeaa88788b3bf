import { holds } from './traces.js';

const address = 'Alice.Martin+relais@exemple.test';

describe('bytes that hold an address', () => {
  it.each([
    ['plainly', 'x Alice.Martin+relais@exemple.test y'],
    ['in small letters', 'alice.martin+relais@exemple.test'],
    ['in an address of a web page', '?adresse=Alice.Martin%2Brelais%40exemple.test&x'],
    ['as quoted-printable', 'Alice.Martin+relais=40exemple.test'],
    ['as quoted-printable, over two lines', 'Alice.Mart=\r\nin+relais@exemple.test'],
    ['as a bounce address', 'lettre+alice.martin+relais=exemple.test@relais.test'],
    ['in hexadecimal', Buffer.from('alice.martin+relais@exemple.test').toString('hex').toUpperCase()],
    ['of two bytes a letter', Buffer.from('alice.martin+relais@exemple.test', 'utf16le').toString('latin1')],
    ...[0, 1, 2].map((before): [string, string] => [
      `in base64, ${before} bytes in`,
      Buffer.from(`${'xyz'.slice(0, before)}${address} and more`).toString('base64'),
    ]),
    ['in base64 of small letters', Buffer.from(`{"to":"${address.toLowerCase()}"}`).toString('base64url')],
    [
      'in base64, over two lines',
      Buffer.from(`To: ${address}`)
        .toString('base64')
        .replace(/(.{20})/, '$1\r\n'),
    ],
  ])('are found: %s', (_how, text) => {
    expect(holds(Buffer.from(text, 'latin1'), address)).toBe(true);
  });

  it.each(['', 'bob@exemple.test', 'alice@exemple.test', Buffer.from('bob.martin@exemple.test').toString('base64')])(
    'are not those that hold another: %j',
    (text) => {
      expect(holds(Buffer.from(text), address)).toBe(false);
    },
  );
});
