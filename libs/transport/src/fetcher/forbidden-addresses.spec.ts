import { isForbidden } from './forbidden-addresses.js';

describe('an address that nothing may be fetched from', () => {
  it.each([
    ['this network', '0.0.0.0', '0.255.255.255'],
    ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.255.255'],
    ['shared by a provider', '100.64.0.1', '100.127.255.255'],
    ['loopback', '127.0.0.1', '127.255.255.255', '::1'],
    ['link-local, and the cloud metadata there', '169.254.169.254', 'fe80::1', 'fe80::1%lo'],
    ['protocol assignments', '192.0.0.8', '2001:1::1', '2001:20::1'],
    ['documentation', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
    ['relay anycast', '192.88.99.1'],
    ['benchmarks', '198.18.0.1', '198.19.255.255', '2001:2::1'],
    ['multicast', '224.0.0.1', '239.255.255.255', 'ff02::1'],
    ['reserved and broadcast', '240.0.0.1', '255.255.255.255'],
    ['unspecified', '::'],
    ['IPv4 mapped or compatible', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1'],
    ['translated (NAT64)', '64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b:1::1'],
    ['discard', '100::1'],
    ['Teredo and 6to4', '2001::1', '2002:7f00:1::1'],
    ['segment routing', '5f00::1'],
    ['unique local', 'fc00::1', 'fd12:3456::1'],
    ['no address at all', '', 'localhost', '127.1', '2130706433', '[::1]'],
  ])('is %s: %s %s %s', (_kind, ...addresses) => {
    expect(addresses.filter((address) => !isForbidden(address))).toEqual([]);
  });

  it.each([
    ['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0'],
    ['100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.1', '169.253.255.255', '169.255.0.0'],
    ['172.15.255.255', '172.32.0.0', '192.0.1.0', '192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0'],
    ['223.255.255.255', '2001:200::1', '2001:4860:4860::8888', '2606:4700::1111', '2a01:e0a::1', '2003::1'],
  ])('is none of the public ones beside: %s %s %s', (...addresses) => {
    expect(addresses.filter(isForbidden)).toEqual([]);
  });
});
