import type { LookupAddress } from 'node:dns';
import { Socket, type LookupFunction } from 'node:net';
import { buildConnector, Client } from 'undici';
import { isForbidden } from './forbidden-addresses.js';
import { forbidden } from './web-address.js';

/** Of all headers together, in bytes. */
const largestHead = 16_384;

/** The names' addresses, vetted where they are used, so that no name can point elsewhere between a check and the connection. */
const vetted =
  (lookup: LookupFunction, mayBePrivate: (host: string) => boolean): LookupFunction =>
  (host, options, done) =>
    lookup(host, options, (error, address, family) => {
      if (error) return done(error, address, family);
      const addresses: readonly string[] = Array.isArray(address)
        ? address.map((one: LookupAddress) => one.address)
        : [address];
      const bad = mayBePrivate(host) ? undefined : addresses.find(isForbidden);
      const refusal = bad === undefined ? undefined : forbidden(host, bad);
      const nowhere = addresses.length === 0 ? new Error(`${host} has no address`) : undefined;
      done(refusal ?? nowhere ?? null, address, family);
    });

/** Connections to addresses that may be connected to, one for each request. */
export class VettedConnections {
  readonly #connect: buildConnector.connector;

  constructor(lookup: LookupFunction, mayBePrivate: (host: string) => boolean) {
    this.#connect = buildConnector({ lookup: vetted(lookup, mayBePrivate), timeout: 10_000 });
  }

  /** A connection for one request, closed before the turn ends: nobody keeps one for an hour, and so there is never a second. */
  async during<Result>({ origin }: URL, ask: (client: Client) => Promise<Result>): Promise<Result> {
    let socket: unknown;
    const connect: buildConnector.connector = (options, told) => (socket = this.#connect(options, told));
    const client = new Client(origin, { connect, maxHeaderSize: largestHead });
    try {
      return await ask(client);
    } finally {
      await client.destroy();
      // It forgets a connection that does not stand yet, which would go on knocking for seconds.
      if (socket instanceof Socket) socket.destroy();
    }
  }
}
