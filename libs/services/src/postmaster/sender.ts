import type { Settings } from '@relais/configuration';

/** Whether letters go to a server of this machine: it stands between us and the world. */
export const isOnLoopback = (url: string): boolean => {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
};

/** The domain that letters are written from. */
export const fromDomain = ({ mailFrom }: Settings): string =>
  (/@([^@>]+)>?\s*$/.exec(mailFrom)?.[1] ?? '').trim().toLowerCase();

/** The domain in whose name they are handed over, and to which those that cannot be delivered come back. */
export const envelopeDomain = (settings: Settings): string => settings.returnDomain ?? fromDomain(settings);

/** The host that the world sees them come from; undefined where only somebody else can know. */
export const sendingHost = ({ mailHost, smtpUrl }: Settings): string | undefined => {
  if (mailHost !== undefined || smtpUrl === undefined) return mailHost;
  return isOnLoopback(smtpUrl) ? undefined : new URL(smtpUrl).hostname.replace(/^\[|\]$/g, '');
};

/** Whether anybody beyond this machine can be written to from there. */
export const isOfTheWorld = (domain: string): boolean => domain.includes('.');

/** Whether one domain speaks for the other: the same, or one below it (RFC 7489, 3.1, without the list of public suffixes). */
export const isAligned = (one: string, other: string, strict = false): boolean =>
  one === other || (!strict && (one.endsWith(`.${other}`) || other.endsWith(`.${one}`)));
