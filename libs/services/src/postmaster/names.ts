import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';

/** No name server said anything of a name: neither what it is, nor that it is not there. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

const notThere = new Set(['ENOTFOUND', 'ENODATA']);

/** The 32 hexadecimal digits of an IPv6 address. */
const digitsOf = (address: string): string => {
  const [head = '', tail] = address.split('::');
  const groups = (part: string | undefined): string[] => (part ? part.split(':') : []);
  const [before, after] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].map((group) => group.padStart(4, '0')).join('');
};

/** The name under which the DNS keeps the name of an address (RFC 1035, 3.5; RFC 3596, 2.5). */
const reverseName = (address: string): string =>
  isIP(address) === 6
    ? `${[...digitsOf(new URL(`http://[${address}]`).hostname.slice(1, -1))].reverse().join('.')}.ip6.arpa`
    : `${address.split('.').reverse().join('.')}.in-addr.arpa`;

/** Asks the DNS, and neither this machine's own file of hosts nor a cache. Nothing found is an empty list; no answer is {@link Unanswered}. */
export class Names {
  readonly #resolver = new Resolver({ timeout: 2_000, tries: 2 });

  constructor(servers?: readonly string[]) {
    if (servers !== undefined) this.#resolver.setServers(servers);
  }

  async texts(name: string): Promise<readonly string[]> {
    return (await this.#asked(name, this.#resolver.resolveTxt(name))).map((parts) => parts.join(''));
  }

  /** A numeric address is its own. */
  async addresses(name: string): Promise<readonly string[]> {
    if (isIP(name) !== 0) return [name];
    const [four, six] = [this.#resolver.resolve4(name), this.#resolver.resolve6(name)];
    return [...(await this.#asked(name, four)), ...(await this.#asked(name, six))];
  }

  /** The hosts that take mail for a domain, the preferred one first. */
  async exchanges(domain: string): Promise<readonly string[]> {
    const found = await this.#asked(domain, this.#resolver.resolveMx(domain));
    return found.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange);
  }

  async namesOf(address: string): Promise<readonly string[]> {
    const name = reverseName(address);
    return this.#asked(name, this.#resolver.resolvePtr(name));
  }

  async #asked<Found>(name: string, answer: Promise<readonly Found[]>): Promise<readonly Found[]> {
    return answer.catch((error: NodeJS.ErrnoException) => {
      if (notThere.has(error.code ?? '')) return [];
      throw new Unanswered(`no name server answers for ${name} (${error.code ?? error.message})`, { cause: error });
    });
  }
}
