import { BlockList, isIP } from 'node:net';

/** Addresses that are no public servers: what a fetched URL must never reach (IANA special-purpose registries, RFC 6890). */
const ranges: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ...(
    [
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
    ] as const
  ).map(([address, prefix]) => [address, prefix, 'ipv4'] as const),
  ...(
    [
      // Everything outside the global unicast space, which holds loopback, mapped, NAT64, unique local, link-local, multicast …
      ['::', 3],
      ['4000::', 2],
      ['8000::', 1],
      // … and within it what embeds or documents other addresses.
      ['2001::', 32],
      ['2001:db8::', 32],
      ['2002::', 16],
      ['3fff::', 20],
    ] as const
  ).map(([address, prefix]) => [address, prefix, 'ipv6'] as const),
];

const forbidden = new BlockList();
for (const [address, prefix, family] of ranges) forbidden.addSubnet(address, prefix, family);

/** Whether nothing fetched may come from this address (a literal, without brackets). What is no address at all is forbidden too. */
export const isForbidden = (address: string): boolean => {
  const family = isIP(address);
  return family === 0 || forbidden.check(address, family === 4 ? 'ipv4' : 'ipv6');
};
