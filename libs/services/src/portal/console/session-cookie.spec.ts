import { isForeign } from './session-cookie.js';

const host = '192.168.1.20:3000';
const plain = `http://${host}`;
const behindTls = `https://${host}`;

describe('what a browser sends to the console', () => {
  it.each([
    ['plain http, from a form of ours', { origin: plain }],
    ['https, from a form of ours', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    ['https, from a form of ours, by an old browser that names it', { origin: behindTls }],
    ['from a program', {}],
  ])('is ours over %s', (_, headers) => {
    expect(isForeign({ headers: { host, ...headers } })).toBe(false);
  });

  it.each([
    ['plain http or https, a page that hides where it is', { origin: 'null' }],
    ['plain http, another site', { origin: 'http://ailleurs.exemple' }],
    ['plain http, another port of this machine', { origin: 'http://192.168.1.20:8080' }],
    ['plain http, null of a browser that says it is another site', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
    ['plain http, null of a browser that says it is a neighbour', { 'sec-fetch-site': 'same-site', origin: 'null' }],
    ['plain http, what is no origin', { origin: 'nul' }],
    ['https, another site', { 'sec-fetch-site': 'cross-site', origin: behindTls }],
  ])('is another site’s over %s', (_, headers) => {
    expect(isForeign({ headers: { host, ...headers } })).toBe(true);
  });
});
