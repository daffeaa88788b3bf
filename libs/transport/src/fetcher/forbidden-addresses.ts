import { BlockList, isIP } from 'node:net';

/** Addresses that are no public servers: what a fetched URL must never reach (IANA special-purpose registries, RFC 6890). */
const ranges = {
  ipv4: [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ],
  ipv6: [
    // Everything outside the global unicast space, which holds loopback, mapped, NAT64, unique local, link-local, multicast …
    ['::', 3],
    ['4000::', 2],
    ['8000::', 1],
    // … and within it what serves protocols, or embeds or documents other addresses.
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ],
} as const;

const listOf = (family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const [network, prefix] of ranges[family]) list.addSubnet(network, prefix, family);
  return list;
};

/** One list per family: a BlockList takes an IPv4 address for its IPv6-mapped form too, and `::/3` holds all of those. */
const forbidden = { ipv4: listOf('ipv4'), ipv6: listOf('ipv6') };

/** Whether nothing fetched may come from this address (a literal, without brackets). What is no address at all is forbidden too. */
export const isForbidden = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return forbidden.ipv4.check(address, 'ipv4');
    case 6:
      return forbidden.ipv6.check(address, 'ipv6');
    default:
      return true;
  }
};
