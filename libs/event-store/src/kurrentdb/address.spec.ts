import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf, InvalidAddress } from './address.js';

describe('the address of an event store', () => {
  it('names its host, and 2113 where it names no port', () => {
    expect(addressOf('esdb://eventstore?tls=false')).toEqual({
      name: 'eventstore:2113',
      hosts: [{ address: 'eventstore', port: 2113 }],
      discover: false,
    });
  });

  it.each(['esdb', 'kurrentdb', 'kurrent', 'kdb', 'eventstoredb'])('may begin with %s', (scheme) => {
    expect(addressOf(`${scheme}://a:1?tls=false`).name).toBe('a:1');
    expect(addressOf(`${scheme}+discover://a:1?tls=false`).discover).toBe(true);
  });

  it('names several nodes of a cluster', () => {
    expect(addressOf('esdb://a:1,[::1]:2,c/?tls=false').hosts).toEqual([
      { address: 'a', port: 1 },
      { address: '[::1]', port: 2 },
      { address: 'c', port: 2113 },
    ]);
  });

  it('speaks TLS unless it says otherwise, by the certificate that it names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'relais-address-'));
    try {
      writeFileSync(join(folder, 'ca.crt'), 'PEM');
      expect(addressOf('esdb://a').tls).toEqual({});
      const named = addressOf(`esdb://a?tlsCAFile=${encodeURIComponent(join(folder, 'ca.crt'))}`);
      expect(named.tls?.rootCertificate?.toString()).toBe('PEM');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('holds a user and a password, whatever stands in them, and does not name them', () => {
    const { credentials, name } = addressOf('esdb://relais:p%40ss/w@rd@a:1?keepAliveInterval=20000');
    expect(credentials).toEqual({ username: 'relais', password: 'p@ss/w@rd' });
    expect(name).toBe('a:1');
  });

  it.each([
    ['http://a', 'it must look like'],
    ['esdb://', 'it must look like'],
    ['esdb://me:secret@a b', '«a b» is no host'],
    ['esdb://me:secret@a:99999', '«a:99999» is no host'],
    ['esdb://me:secret@a?tls=no', 'tls must be true or false'],
    ['esdb://me:secret@a?tlsVerifyCert=false', '«tlsVerifyCert» is no option of it'],
    ['esdb://me:secret@a?tlsCAFile=/nowhere/ca.crt', 'its tlsCAFile cannot be read'],
    ['esdb://me:secret@a?keepAliveInterval=1', '10000 at least'],
    ['esdb://me:secret@a?userKeyFile=package.json', 'must be given together'],
    ['esdb://me:%E0%A4%A@a', 'is not percent-encoded'],
  ])('is refused as %s, without a word of the password', (url, why) => {
    expect(() => addressOf(url)).toThrow(InvalidAddress);
    expect(() => addressOf(url)).toThrow(why);
    expect(() => addressOf(url)).not.toThrow('secret');
  });
});
