import { FetchFailed } from '@relais/transport';

/** Whom to leave alone as a whole, and for how many seconds. */
export type HostRest = Readonly<{ host: string; seconds: number }>;

/** An hour: after that, whether a host is overloaded is asked once for each of its other sources. */
const longestOutage = 3_600;

/**
 * Who asks with Retry-After is left alone with all that it has. 429 is about who asks (RFC 6585), whatever was asked for. 503 is
 * about the server as it is now (RFC 9110, 15.6.4), but many a server says it of one thing that is being mended: the rest of it is
 * left alone for an hour at the most, and what said so for as long as it said.
 */
export const hostRest = (error: unknown, asked: string): HostRest | undefined => {
  const { status, retryAfter, host = new URL(asked).host } = error instanceof FetchFailed ? error : {};
  if (retryAfter === undefined) return undefined;
  if (status === 429) return { host, seconds: retryAfter };
  return status === 503 ? { host, seconds: Math.min(retryAfter, longestOutage) } : undefined;
};
