import { readFileSync } from 'node:fs';

/** Where an event store is, and how to speak to it: what an address such as `esdb://…` says. */
export type Address = Readonly<{
  /** The address without what is secret in it, to name it by. */
  name: string;
  hosts: readonly Readonly<{ address: string; port: number }>[];
  /** The host is a name of all nodes of a cluster. */
  discover: boolean;
  credentials?: Readonly<{ username: string; password: string }>;
  /** Without TLS where it is absent. */
  tls?: Readonly<{ rootCertificate?: Buffer; userCertFile?: Buffer; userKeyFile?: Buffer }>;
  keepAliveInterval?: number;
  keepAliveTimeout?: number;
}>;

/** The address of the event store is wrong; the message says what, and repeats nothing secret. */
export class InvalidAddress extends Error {
  override readonly name = 'InvalidAddress';
}

const form =
  /^(?:esdb|eventstoredb|kurrent|kurrentdb|kdb)(?<discover>\+discover)?:\/\/(?:(?<user>[^:@/]*):(?<password>.*)@)?(?<hosts>[^@/?]+)\/?(?:\?(?<options>.*))?$/;
const host = /^(?<address>\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+)(?::(?<port>\d{1,5}))?$/;

/** What may stand behind the `?`; the client would print the whole address where it finds another. */
const known = ['tls', 'tlsCAFile', 'userCertFile', 'userKeyFile', 'keepAliveInterval', 'keepAliveTimeout'] as const;
type Option = (typeof known)[number];

const optionsOf = (text: string): ReadonlyMap<Option, string> => {
  const options = new Map<Option, string>();
  for (const [given, value] of new URLSearchParams(text)) {
    const name = known.find((one) => one.toLowerCase() === given.toLowerCase());
    if (name === undefined) throw new InvalidAddress(`«${given}» is no option of it; there are ${known.join(', ')}`);
    options.set(name, value);
  }
  return options;
};

const milliseconds = (options: ReadonlyMap<Option, string>, name: 'keepAliveInterval' | 'keepAliveTimeout') => {
  const value = options.get(name);
  if (value === undefined) return {};
  if (!/^\d+$/.test(value) || Number(value) < 10_000)
    throw new InvalidAddress(`${name} must be a number of milliseconds, 10000 at least`);
  return { [name]: Number(value) };
};

const fileOf = (options: ReadonlyMap<Option, string>, name: Option): Buffer | undefined => {
  const path = options.get(name);
  if (path === undefined) return undefined;
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InvalidAddress(`its ${name} cannot be read: ${(error as Error).message}`, { cause: error });
  }
};

const tlsOf = (options: ReadonlyMap<Option, string>): Address['tls'] => {
  const tls = options.get('tls') ?? 'true';
  if (tls !== 'true' && tls !== 'false') throw new InvalidAddress('tls must be true or false');
  if (tls === 'false') return undefined;
  const rootCertificate = fileOf(options, 'tlsCAFile');
  const userCertFile = fileOf(options, 'userCertFile');
  const userKeyFile = fileOf(options, 'userKeyFile');
  if ((userCertFile === undefined) !== (userKeyFile === undefined))
    throw new InvalidAddress('userCertFile and userKeyFile must be given together');
  return {
    ...(rootCertificate && { rootCertificate }),
    ...(userCertFile && userKeyFile && { userCertFile, userKeyFile }),
  };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    throw new InvalidAddress('its user or its password is not percent-encoded', { cause: error });
  }
};

/** Reads an address such as `esdb://user:password@host:2113?tlsCAFile=ca.crt`; throws {@link InvalidAddress}. */
export const addressOf = (url: string): Address => {
  const { discover, user, password, hosts = '', options = '' } = form.exec(url.trim())?.groups ?? {};
  if (hosts === '')
    throw new InvalidAddress('it must look like esdb://user:password@host:2113 or esdb://host:2113?tls=false');
  const found = hosts.split(',').map((text) => {
    const { address, port = '2113' } = host.exec(text)?.groups ?? {};
    if (address === undefined || Number(port) > 65_535) throw new InvalidAddress(`«${text}» is no host`);
    return { address, port: Number(port) };
  });
  const said = optionsOf(options);
  const tls = tlsOf(said);
  return {
    name: found.map(({ address, port }) => `${address}:${port}`).join(', '),
    hosts: found,
    discover: discover !== undefined,
    ...(user !== undefined &&
      password !== undefined && {
        credentials: { username: decoded(user), password: decoded(password) },
      }),
    ...(tls && { tls }),
    ...milliseconds(said, 'keepAliveInterval'),
    ...milliseconds(said, 'keepAliveTimeout'),
  };
};
