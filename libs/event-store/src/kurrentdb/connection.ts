import { EventStoreDBClient } from '@eventstore/db-client';
import type { Address } from './address.js';

/** The client, but for two faults of it: it would append over a call that has no deadline, and it never closes its connection. */
export class Connection extends EventStoreDBClient {
  /** Asked whether the server takes batches, which hang where it falls silent: then every append is a call of its own. */
  protected override supports = async (): Promise<boolean> => false;

  /** Ends every call and lets go of the connection. */
  async close(): Promise<void> {
    await this.dispose();
    const channel = await this.getChannel();
    channel.close();
  }
}

/** Opens nothing yet: the first call does. */
export const connectionTo = ({ hosts, discover, tls, credentials, ...rest }: Address): Connection => {
  const security = tls === undefined ? { insecure: true } : tls;
  const { keepAliveInterval, keepAliveTimeout } = rest;
  const settings = {
    ...(keepAliveInterval !== undefined && { keepAliveInterval }),
    ...(keepAliveTimeout !== undefined && { keepAliveTimeout }),
  };
  const [first] = hosts;
  if (first === undefined) throw new Error('no host');
  if (discover) return new Connection({ ...settings, discover: first }, security, credentials);
  if (hosts.length > 1) return new Connection({ ...settings, endpoints: [...hosts] }, security, credentials);
  return new Connection({ ...settings, endpoint: first }, security, credentials);
};
