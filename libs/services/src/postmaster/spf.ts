import { BlockList, isIP } from 'node:net';
import type { Names } from './names.js';

/** What a domain says of an address that writes in its name (RFC 7208, 2.6); `unclear` where it uses macros, which we do not read. */
export type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'broken' | 'unclear';

/** The records of a domain that are meant for SPF. */
export const spfRecords = async (names: Names, domain: string): Promise<readonly string[]> =>
  (await names.texts(domain)).filter((text) => /^v=spf1(?: |$)/i.test(text));

const results: Readonly<Record<string, SpfResult>> = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' };

/** How many terms may ask the DNS, of all records together (RFC 7208, 4.6.4). */
const mostQuestions = 10;

type Term = Readonly<{ sign: string; name: string; domain?: string; four?: number; six?: number }>;

/** One term of a record; undefined for what is none. */
const termOf = (text: string): Term | undefined => {
  const shape = /^([+?~-]?)([a-z][\w.-]*)(?:[:=]([^/]+(?:\/(?!\d|\/)[^/]*)*))?(?:\/(\d{1,3}))?(?:\/\/(\d{1,3}))?$/i;
  const [, sign = '', name = '', domain, four, six] = shape.exec(text) ?? [];
  if (name === '') return undefined;
  return {
    ...{ sign: sign || '+', name: name.toLowerCase() },
    ...(domain !== undefined && { domain }),
    ...(four !== undefined && { four: Number(four) }),
    ...(six !== undefined && { six: Number(six) }),
  };
};

const within = (address: string, network: string, prefix: number | undefined): boolean => {
  const [kind, ofNetwork] = [isIP(address), isIP(network)];
  const most = kind === 6 ? 128 : 32;
  if (kind === 0 || kind !== ofNetwork || (prefix ?? 0) > most) return false;
  const family = kind === 6 ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  list.addSubnet(network, prefix ?? most, family);
  return list.check(address, family);
};

/** Asks one address of all the records that a domain's leads to. */
export class SpfCheck {
  #questions = 0;

  constructor(
    private readonly names: Names,
    private readonly address: string,
  ) {}

  async of(domain: string): Promise<SpfResult> {
    const records = await spfRecords(this.names, domain);
    const [record] = records;
    if (record === undefined) return 'none';
    if (records.length > 1) return 'broken';
    const terms = record.split(/ +/).slice(1).filter(Boolean).map(termOf);
    for (const term of terms) {
      if (term === undefined) return 'broken';
      if (term.name === 'redirect' || term.name === 'exp') continue;
      const matched = await this.#matches(term, domain);
      if (matched === true) return results[term.sign] ?? 'broken';
      if (matched !== false) return matched;
    }
    const redirect = terms.find((term) => term?.name === 'redirect')?.domain;
    if (redirect === undefined) return 'neutral';
    if (redirect.includes('%')) return 'unclear';
    if (++this.#questions > mostQuestions) return 'broken';
    const elsewhere = await this.of(redirect);
    return elsewhere === 'none' ? 'broken' : elsewhere;
  }

  async #matches({ name, domain: given, four, six }: Term, domain: string): Promise<boolean | 'broken' | 'unclear'> {
    if (name === 'all') return true;
    if (given?.includes('%')) return 'unclear';
    if (name === 'ip4' || name === 'ip6') {
      const kind = name === 'ip4' ? 4 : 6;
      return isIP(given ?? '') === kind ? within(this.address, given ?? '', four) : 'broken';
    }
    if (!['a', 'mx', 'include', 'exists', 'ptr'].includes(name)) return 'broken';
    if (++this.#questions > mostQuestions) return 'broken';
    const about = given ?? domain;
    const near = (addresses: readonly string[]): boolean =>
      addresses.some((one) => within(this.address, one, isIP(one) === 6 ? six : four));
    if (name === 'a') return near(await this.names.addresses(about));
    if (name === 'mx') {
      const hosts = await this.names.exchanges(about);
      return near((await Promise.all(hosts.slice(0, 10).map((host) => this.names.addresses(host)))).flat());
    }
    // Nobody should use it any more, and many do not look (RFC 7208, 5.5).
    if (name === 'ptr') return false;
    if (name === 'exists') return (await this.names.addresses(about)).length > 0;
    const included = await this.of(about);
    if (included === 'none') return 'broken';
    return included === 'broken' || included === 'unclear' ? included : included === 'pass';
  }
}
