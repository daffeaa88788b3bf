import { spf as askedElsewhere } from 'mailauth';
import { Names } from './names.js';
import { SpfCheck } from './spf.js';
import { startNameServer, type NameServer } from './testing/name-server.js';

const zone: Record<string, string[]> = {};
let server: NameServer;
beforeAll(async () => {
  server = await startNameServer(zone);
});
afterAll(() => server.close());

/** What a domain with this record, and what else is known, says of an address. */
const said = async (record: string | string[], address = '192.0.2.7', more: Record<string, string[]> = {}) => {
  for (const key of Object.keys(zone)) delete zone[key];
  Object.assign(zone, more, { 'TXT relais.test': [record].flat() });
  return new SpfCheck(new Names([server.address]), address).of('relais.test');
};

describe('who may write for a domain', () => {
  it.each([
    ['v=spf1 ip4:192.0.2.7 -all', 'pass'],
    ['v=spf1 ip4:192.0.2.0/24 -all', 'pass'],
    ['v=spf1 ip4:192.0.3.0/24 -all', 'fail'],
    ['v=spf1 ip4:192.0.3.0/24 ~all', 'softfail'],
    ['v=spf1 ip4:192.0.3.0/24 ?all', 'neutral'],
    ['v=spf1 ip4:192.0.3.0/24', 'neutral'],
    ['v=spf1', 'neutral'],
    ['v=spf1 -ip4:192.0.2.7 +all', 'fail'],
    ['V=SPF1 IP4:192.0.2.7 -ALL', 'pass'],
    ['v=spf10 +all', 'none'],
    ['something else', 'none'],
    ['v=spf1 ip4:192.0.2.7.9 -all', 'broken'],
    ['v=spf1 ip4:relais.test -all', 'broken'],
    ['v=spf1 ipv4:192.0.2.7 -all', 'broken'],
    ['v=spf1 exists:%{i}.relais.test -all', 'unclear'],
    ['v=spf1 ptr -all', 'fail'],
  ])('is what its record says: %s, %s', async (record, result) => {
    expect(await said(record)).toBe(result);
  });

  it('is not known from two records', async () => {
    expect(await said(['v=spf1 +all', 'v=spf1 -all'])).toBe('broken');
  });

  it('is its hosts, those that take its mail, and those of another', async () => {
    const more = {
      'A mail.relais.test': ['192.0.2.7'],
      'AAAA mail.relais.test': ['2001:db8::7'],
      'MX relais.test': ['mail.relais.test'],
      'TXT other.test': ['v=spf1 a:mail.relais.test -all'],
    };
    for (const term of [
      'a:mail.relais.test',
      'a:mail.relais.test/30',
      'mx',
      'mx:relais.test',
      'include:other.test',
      'exists:mail.relais.test',
    ])
      for (const address of ['192.0.2.7', '2001:db8::7'])
        expect([term, await said(`v=spf1 ${term} -all`, address, more)]).toEqual([term, 'pass']);
    expect(await said('v=spf1 redirect=other.test', '192.0.2.8', more)).toBe('fail');
    expect(await said('v=spf1 include:nobody.test -all', '192.0.2.7', more)).toBe('broken');
    expect(await said('v=spf1 a:mail.relais.test//64 -all', '2001:db8::1234', more)).toBe('pass');
  });

  it('asks no more than ten questions, also in a circle', async () => {
    const ten = (n: number): string => `v=spf1 ${Array.from({ length: n }, (_, at) => `a:h${at}.test`).join(' ')} -all`;
    expect(await said(ten(10))).toBe('fail');
    expect(await said(ten(11))).toBe('broken');
    expect(await said('v=spf1 include:relais.test -all')).toBe('broken');
  });

  it('is told when no name server answers', async () => {
    await expect(said('out of order')).rejects.toThrow('no name server answers for relais.test (ESERVFAIL)');
  });

  it.each(['192.0.2.7', '198.51.100.9', '2001:db8::7'])('is what mailauth says of %s, too', async (address) => {
    const more: Record<string, string[]> = {
      'A relais.test': ['192.0.2.7'],
      'MX relais.test': ['mail.relais.test'],
      'AAAA mail.relais.test': ['2001:db8::7'],
      'TXT other.test': ['v=spf1 ip4:198.51.100.0/28 ~all'],
    };
    const resolver = async (name: string, kind: string) => {
      const found = { ...more, ...zone }[`${kind} ${name}`];
      if (found === undefined) throw Object.assign(new Error('not there'), { code: 'ENOTFOUND' });
      if (kind === 'TXT') return found.map((one) => [one]);
      // Its type leaves out what it is given for MX.
      return (kind === 'MX' ? found.map((exchange) => ({ exchange, priority: 10 })) : found) as string[];
    };
    for (const record of [
      'a -all',
      'mx ~all',
      'include:other.test -all',
      'a:relais.test/24 ?all',
      '-include:other.test +all',
      'redirect=other.test',
    ]) {
      const ours = await said(`v=spf1 ${record}`, address, more);
      const theirs = await askedElsewhere({
        ip: address,
        sender: 'a@relais.test',
        helo: 'relais.test',
        mta: 'x',
        resolver,
      });
      expect([record, ours]).toEqual([record, theirs.status.result]);
    }
  });
});
