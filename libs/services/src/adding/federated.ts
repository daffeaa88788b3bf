import type { Candidate } from '@relais/sources';
import type { Found, Inquiry } from './inquiry.js';

type Json = Readonly<Record<string, unknown>>;

const jsonOf = ({ body }: Found): Json | undefined => {
  if (!/^[\s\ufeff]*\{/.test(Buffer.from(body.subarray(0, 100)).toString())) return undefined;
  try {
    return JSON.parse(Buffer.from(body).toString()) as Json;
  } catch {
    // Not JSON after all, the one thing that it throws for.
    return undefined;
  }
};

const webAddress = (value: unknown): string | undefined =>
  typeof value === 'string' && /^https?:/i.test(value) && URL.canParse(value) ? value : undefined;

/** Asks a host, with https and without where that cannot be, what an account of it is (WebFinger): its page, or its actor. */
export const accountPage = async (
  inquiry: Inquiry,
  { user, host }: Readonly<{ user: string; host: string }>,
): Promise<Readonly<{ page: string }> | Readonly<{ problem: string }>> => {
  const resource = encodeURIComponent(`acct:${user}@${host}`);
  const path = `${host}/.well-known/webfinger?resource=${resource}`;
  let answer = await inquiry.fetch(`https://${path}`);
  if ('failed' in answer && !/HTTP \d/.test(answer.failed)) answer = await inquiry.fetch(`http://${path}`);
  if ('failed' in answer) return { problem: `${host} does not say who @${user} is: ${answer.failed}` };
  const { links } = jsonOf(answer) ?? {};
  const known = (Array.isArray(links) ? (links as unknown[]) : []).filter(
    (link): link is Json => typeof link === 'object' && link !== null,
  );
  const by = (rel: string): string | undefined =>
    known.flatMap((link) => (link['rel'] === rel ? (webAddress(link['href']) ?? []) : []))[0];
  const page = by('http://webfinger.net/rel/profile-page') ?? by('self');
  return page === undefined ? { problem: `${host} names no page of @${user}` } : { page };
};

/** Where an actor of the fediverse says what it publishes, and where a collection without items has them. */
export const furtherAddresses = (found: Found, items: number): readonly Candidate[] => {
  const json = jsonOf(found);
  const outbox = webAddress(json?.['outbox']);
  if (outbox !== undefined)
    return [{ url: outbox, kind: 'events', confidence: 0.6, because: 'the outbox of the account' }];
  const first = items === 0 ? webAddress(json?.['first']) : undefined;
  return first === undefined ? [] : [{ url: first, kind: 'events', confidence: 0.6, because: 'the first page of it' }];
};
