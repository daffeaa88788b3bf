import { isIP } from 'node:net';
import { isAbsolute, join, resolve } from 'node:path';
import type { Instant } from '@relais/vocabulary';
import { z } from 'zod';

/** What the environment says of this installation (see README, Settings). */
export type Settings = Readonly<{
  host: string;
  port: number;
  /** How the portal names itself, without a slash at its end. */
  publicUrl: string;
  /** Absolute. */
  dataFolder: string;
  /** Absolute. */
  configFile: string;
  /** Absent, or `sqlite:`: the log is in the data folder. Otherwise the address of an event store server, with its password. */
  eventStoreUrl?: string;
  redisUrl?: string;
  smtpUrl?: string;
  mailFrom: string;
  /** The domain whose mail comes to us: letters that were not delivered, wishes to leave, answers. Absent: they come to `mailFrom`. */
  returnDomain?: string;
  /** A mailbox (IMAP) that such mail is read from, with its password: where no mail server can bring it to `intakeSmtp`. */
  returnMailbox?: string;
  /** How the mail server that receives for `returnDomain` calls itself in Authentication-Results: what others say there is not believed. */
  authservId?: string;
  /** Where announcements by e-mail are taken; nowhere where it is absent. */
  intakeSmtp?: Readonly<{ host: string; port: number }>;
  /** The address that announcements are sent to, before the source and its signature are put into it. */
  intakeAddress: string;
  dkim?: Readonly<{ domain: string; selector: string; keyFile: string }>;
  /** The log of the Postfix behind `smtpUrl`, absolute: whether it took a letter is looked up there. */
  mtaLog?: string;
  /** The host that the world sees our letters come from, where that is not the one of `smtpUrl`. */
  mailHost?: string;
  /** Name servers that the doctor asks, where they are not the system's. */
  dnsServers?: readonly string[];
  /** Issues are sent although something about the post is known to be wrong. */
  sendUnchecked: boolean;
  keyFile: string;
  /** A moment at which the clock stands still, for tests and for the demonstration of a day. */
  now?: Instant;
  /** The live address of every source is read, whatever the configuration says of demonstrations and of single sources. */
  live: boolean;
  /** Sources on private addresses are read too, for tests and closed networks. */
  allowPrivateAddresses: boolean;
}>;

/** The environment holds mistakes; the message has a line for each. */
export class InvalidSettings extends Error {
  override readonly name = 'InvalidSettings';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const url = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ''), `must be a URL such as ${example}`);

/** The address of one or several nodes of an event store server; its options are the adapter's to know. */
const eventStore =
  /^(?:esdb|eventstoredb|kurrent|kurrentdb|kdb)(?:\+discover)?:\/\/(?:[^:@/]+:.+@)?[^@/?:,\s]+(?::\d{1,5})?(?:,[^@/?:,\s]+(?::\d{1,5})?)*\/?(?:\?\S*)?$/;

/** The host and port of `127.0.0.1:2525` or `[::1]:2525`. */
const portOf = (text: string): { host: string; port: number } | undefined => {
  const [, six, name, port] = /^(?:\[([0-9a-fA-F:]+)\]|([^\s:]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = six ?? name;
  return host !== undefined && Number(port) <= 65_535 ? { host, port: Number(port) } : undefined;
};

/** Numeric addresses between commas, each with or without a port. */
const nameServers = (text: string): string[] | undefined => {
  const servers = text.split(',').map((server) => server.trim());
  const numeric = (server: string): boolean => isIP(server) !== 0 || isIP(portOf(server)?.host ?? '') !== 0;
  return servers.every(numeric) ? servers : undefined;
};

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'must be a whole number from 0 to 65535')
    .default('3000'),
  PUBLIC_URL: url(['http:', 'https:'], 'https://relais.example.org').optional(),
  RELAIS_DATA: z.string().min(1).default('data'),
  RELAIS_CONFIG: z.string().min(1).default('relais.yaml'),
  EVENTSTORE_URL: z
    .string()
    .refine(
      (text) => text === 'sqlite:' || eventStore.test(text),
      'must be absent, «sqlite:», or the address of an event store server, such as esdb://user:password@host:2113 or esdb://host:2113?tls=false',
    )
    .optional(),
  REDIS_URL: url(['redis:', 'rediss:'], 'redis://127.0.0.1:6379').optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://127.0.0.1:25').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]+$/, 'must be an address, such as relais@example.org')
    .optional(),
  RETURN_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain in small letters, such as lettres.example.org')
    .optional(),
  RETURN_MAILBOX: url(['imaps:', 'imap:'], 'imaps://user:password@mail.example.org/INBOX').optional(),
  AUTHSERV_ID: z
    .string()
    .regex(/^[A-Za-z0-9._-]+$/, 'must be what a mail server calls itself, such as mx.example.org')
    .optional(),
  INTAKE_SMTP: z
    .string()
    .refine((text) => portOf(text) !== undefined, 'must be a host and a port, such as 127.0.0.1:2525')
    .optional(),
  INTAKE_ADDRESS: z
    .string()
    .regex(
      /^[A-Za-z0-9._-]{1,8}@[^\s@+]+$/,
      'must be an address of at most 8 characters before the @, such as annonces@example.org',
    )
    .optional(),
  DKIM_DOMAIN: z.string().min(1).optional(),
  DKIM_SELECTOR: z.string().min(1).optional(),
  DKIM_KEY_FILE: z.string().min(1).optional(),
  MTA_LOG: z.string().min(1).optional(),
  MAIL_HOST: z
    .string()
    .regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, 'must be the name of a host, such as mail.example.org')
    .optional(),
  DNS_SERVERS: z
    .string()
    .refine(
      (text) => nameServers(text) !== undefined,
      'must be numeric addresses, such as 192.0.2.53,[2001:db8::53]:5353',
    )
    .optional(),
  RELAIS_SEND_UNCHECKED: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  RELAIS_KEY_FILE: z.string().min(1).optional(),
  RELAIS_NOW: z.iso.datetime('must be an instant in UTC, such as 2026-11-23T10:00:00Z').optional(),
  RELAIS_LIVE: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  RELAIS_ALLOW_PRIVATE_ADDRESSES: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
});

const problem = (issue: z.core.$ZodIssue, env: NodeJS.ProcessEnv): string => {
  const name = String(issue.path[0]);
  return `${name} ${issue.message}, got «${withoutPassword(env[name] ?? '')}»`;
};

/** These lines end up in logs. */
const withoutPassword = (url: string): string => url.replace(/\/\/.*@/s, '//…@');

/** A numeric address is no domain to write from. */
const mailDomain = (publicUrl: string): string => {
  const { hostname } = new URL(publicUrl);
  return /[a-z]$/.test(hostname) ? hostname : 'localhost';
};

/** Reads and checks the environment; throws {@link InvalidSettings} with all of its mistakes. An empty variable counts as absent. */
export const readSettings = (env: NodeJS.ProcessEnv, folder = process.cwd()): Settings => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => problem(issue, env));
  const dkim = [given['DKIM_DOMAIN'], given['DKIM_SELECTOR'], given['DKIM_KEY_FILE']];
  if (dkim.some(Boolean) && !dkim.every(Boolean))
    problems.push('DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE must be given together, or none of them');
  if (!parsed.success || problems.length > 0) throw new InvalidSettings(problems);
  const {
    HOST,
    PORT,
    PUBLIC_URL,
    RELAIS_DATA,
    RELAIS_CONFIG,
    EVENTSTORE_URL,
    REDIS_URL,
    SMTP_URL,
    MAIL_FROM,
    INTAKE_SMTP,
    INTAKE_ADDRESS,
    RELAIS_NOW,
    ...rest
  } = parsed.data;
  const publicUrl = (PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`).replace(/\/+$/, '');
  const dataFolder = isAbsolute(RELAIS_DATA) ? RELAIS_DATA : resolve(folder, RELAIS_DATA);
  const dnsServers = rest.DNS_SERVERS === undefined ? undefined : nameServers(rest.DNS_SERVERS);
  const intakeSmtp = INTAKE_SMTP === undefined ? undefined : portOf(INTAKE_SMTP);
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = rest;
  return {
    host: HOST,
    port: Number(PORT),
    publicUrl,
    dataFolder,
    configFile: resolve(folder, RELAIS_CONFIG),
    mailFrom: MAIL_FROM ?? `relais@${mailDomain(publicUrl)}`,
    intakeAddress: INTAKE_ADDRESS ?? `annonces@${mailDomain(publicUrl)}`,
    keyFile: rest.RELAIS_KEY_FILE ? resolve(folder, rest.RELAIS_KEY_FILE) : join(dataFolder, 'master.key'),
    live: rest.RELAIS_LIVE === '1',
    allowPrivateAddresses: rest.RELAIS_ALLOW_PRIVATE_ADDRESSES === '1',
    sendUnchecked: rest.RELAIS_SEND_UNCHECKED === '1',
    ...(EVENTSTORE_URL && { eventStoreUrl: EVENTSTORE_URL }),
    ...(REDIS_URL && { redisUrl: REDIS_URL }),
    ...(rest.RETURN_DOMAIN && { returnDomain: rest.RETURN_DOMAIN }),
    ...(rest.RETURN_MAILBOX && { returnMailbox: rest.RETURN_MAILBOX }),
    ...(rest.AUTHSERV_ID && { authservId: rest.AUTHSERV_ID }),
    ...(intakeSmtp && { intakeSmtp }),
    ...(SMTP_URL && { smtpUrl: SMTP_URL }),
    ...(domain && selector && keyFile && { dkim: { domain, selector, keyFile: resolve(folder, keyFile) } }),
    ...(rest.MTA_LOG && { mtaLog: resolve(folder, rest.MTA_LOG) }),
    ...(rest.MAIL_HOST && { mailHost: rest.MAIL_HOST }),
    ...(dnsServers && { dnsServers }),
    ...(RELAIS_NOW && { now: RELAIS_NOW }),
  };
};
