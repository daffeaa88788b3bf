import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bad, doubtful, good, messageOf } from '../finding.js';
import { asking } from './check.js';

/** What Gmail and others ask for; a shorter one can be broken. */
const fewestBits = 2_048;

/** The tags of a record (RFC 6376, 3.2), without white space. */
const tagsOf = (record: string): ReadonlyMap<string, string> =>
  new Map(
    record.split(';').map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name.trim().toLowerCase(), value.join('=').replace(/\s/g, '')] as const;
    }),
  );

/** Whether the key that we sign with is the published one, and long enough. */
export const dkim = asking('DKIM', async ({ dkim: configured, smtpUrl }, names) => {
  if (smtpUrl === undefined && configured === undefined) return undefined;
  if (configured === undefined)
    return doubtful(
      'letters are not signed',
      'set DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE, unless your relay signs',
    );
  const { domain, selector, keyFile } = configured;
  const name = `${selector}._domainkey.${domain}`;
  let key: KeyObject;
  try {
    key = createPublicKey(createPrivateKey(readFileSync(keyFile)));
  } catch (error) {
    return bad(`${keyFile}: ${messageOf(error)}`, 'DKIM_KEY_FILE must be a private key in PEM');
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < fewestBits)
    return bad(
      `${keyFile} is a key of ${bits} bits (${key.asymmetricKeyType})`,
      `make one of RSA with ${fewestBits}: openssl genrsa -out ${keyFile} ${fewestBits}, then publish it under a new selector`,
    );
  const ours = key.export({ type: 'spki', format: 'der' }).toString('base64');
  const publish = `publish «v=DKIM1; k=rsa; p=${ours}» there`;
  const records = (await names.texts(name)).map(tagsOf).filter((tags) => tags.has('p'));
  if (records.length > 1) return bad(`${name} has ${records.length} keys`, 'leave ours: which one is taken is chance');
  const [record] = records;
  if (record === undefined) return bad(`${name} publishes no key`, publish);
  if (record.get('p') !== ours)
    return bad(`${name} ${record.get('p') === '' ? 'was revoked' : 'publishes another key'}`, publish);
  const hashes = record.get('h')?.split(':') ?? ['sha256'];
  if (!hashes.includes('sha256')) return bad(`${name} allows no sha256, by which we sign`, publish);
  if (record.get('t')?.split(':').includes('y'))
    return doubtful(`${name} publishes our key as a trial`, 'take t=y out: until then it counts for little');
  return good(`${name} publishes our key (${bits} bits)`);
});
