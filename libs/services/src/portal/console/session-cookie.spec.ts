import { isForeign } from './session-cookie.js';

const host = '192.168.1.20:3000';
const plain = `http://${host}`;
const behindTls = `https://${host}`;

describe('what a browser sends to the console', () => {
  it.each([
    ['plain http, from a form of ours: nothing but null', plain, { origin: 'null' }],
    ['plain http, from a form of ours, by a browser that names it', plain, { origin: plain }],
    ['https, from a form of ours', behindTls, { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    ['https, from a form of ours, by an old browser that names it', behindTls, { origin: behindTls }],
    ['from a program', behindTls, {}],
  ])('is ours over %s', (_, publicUrl, headers) => {
    expect(isForeign({ headers: { host, ...headers } }, publicUrl)).toBe(false);
  });

  it.each([
    ['https, null of an old browser', behindTls, { origin: 'null' }],
    ['plain http, another site', plain, { origin: 'http://ailleurs.exemple' }],
    ['plain http, another port of this machine', plain, { origin: 'http://192.168.1.20:8080' }],
    [
      'plain http, null of a browser that says it is another site',
      plain,
      { 'sec-fetch-site': 'cross-site', origin: 'null' },
    ],
    [
      'plain http, null of a browser that says it is a neighbour',
      plain,
      { 'sec-fetch-site': 'same-site', origin: 'null' },
    ],
    ['plain http, what is no origin', plain, { origin: 'nul' }],
    ['https, another site', behindTls, { 'sec-fetch-site': 'cross-site', origin: behindTls }],
  ])('is another site’s over %s', (_, publicUrl, headers) => {
    expect(isForeign({ headers: { host, ...headers } }, publicUrl)).toBe(true);
  });
});
