import { typedAddress } from './typed-address.js';

const urlOf = (typed: string): string | undefined => {
  const address = typedAddress(typed);
  return 'url' in address ? address.url.href : undefined;
};

describe('what somebody typed', () => {
  it.each([
    ['https://exemple.test/agenda.ics', 'https://exemple.test/agenda.ics'],
    ['  <http://exemple.test/a>  ', 'http://exemple.test/a'],
    ['exemple.test', 'https://exemple.test/'],
    ['www.exemple.test/flux?a=1', 'https://www.exemple.test/flux?a=1'],
    ['127.0.0.1:8080/flux', 'https://127.0.0.1:8080/flux'],
    ['localhost:8080/flux', 'https://localhost:8080/flux'],
    ['webcal://exemple.test/agenda.ics', 'https://exemple.test/agenda.ics'],
    ['feed:https://exemple.test/rss', 'https://exemple.test/rss'],
    ['feed://exemple.test/rss', 'https://exemple.test/rss'],
    ['https://www.communecter.org/#@lille', 'https://www.communecter.org/#@lille'],
  ])('%s is %s', (typed, url) => expect(urlOf(typed)).toBe(url));

  it.each([
    ['@lille@mobilizon.test', { user: 'lille', host: 'mobilizon.test' }],
    ['acct:lille@mobilizon.test', { user: 'lille', host: 'mobilizon.test' }],
    ['@lille@127.0.0.1:4000', { user: 'lille', host: '127.0.0.1:4000' }],
  ])('%s is an account', (typed, account) => expect(typedAddress(typed)).toEqual({ account }));

  it.each([
    ['', 'is no address'],
    ['Lille', 'is no address'],
    ['nos rencontres', 'is no address'],
    ['https://', 'is no address'],
    ['ada@exemple.test', 'an account is written @name@host'],
    ['mailto:ada@exemple.test', 'an e-mail address is nothing to read'],
    ['file:///etc/passwd', 'only http and https can be read, not file:'],
    ['javascript:alert(1)', 'only http and https can be read, not javascript:'],
    ['https://ada:mot@exemple.test/', 'holds a name or password'],
    ['https://exemple.test/?access_token=a1', 'holds «access_token»'],
  ])('«%s» is refused, and says why', (typed, why) => {
    expect(typedAddress(typed)).toEqual({ refused: expect.stringContaining(why) });
  });
});
