import { createPrivateKey, createPublicKey } from 'node:crypto';
import { lookup, resolveTxt } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { canReach } from '@relais/transport';
import { bad, doubtful, good, messageOf, type Examination } from './examination.js';

export const smtp: Examination = {
  name: 'SMTP',
  async look({ smtpUrl, dataFolder }) {
    if (smtpUrl === undefined)
      return doubtful(`none: letters are files in ${dataFolder}/outbox`, 'set SMTP_URL to have them delivered');
    const { host } = new URL(smtpUrl);
    try {
      await canReach(smtpUrl);
      return good(`${host} answers and takes us in`);
    } catch (error) {
      return bad(`${host}: ${messageOf(error)}`, 'check SMTP_URL: host, port, user and password');
    }
  },
};

export const sender: Examination = {
  name: 'sender',
  async look({ mailFrom, smtpUrl }) {
    if (smtpUrl === undefined) return undefined;
    const domain = mailFrom.split('@').at(-1)?.replace(/>.*$/, '') ?? '';
    try {
      await lookup(domain);
      return good(mailFrom);
    } catch (error) {
      return doubtful(
        `${mailFrom}: ${domain} is not in the DNS (${messageOf(error)})`,
        'set MAIL_FROM to an address of yours',
      );
    }
  },
};

/** The key that a selector's record publishes (RFC 6376, 3.6.1): its `p=`, without white space. */
const published = async (name: string): Promise<string | undefined> => {
  const records = await resolveTxt(name);
  return records.map((parts) => /(?:^|;)\s*p=([^;]*)/.exec(parts.join(''))?.[1]?.replace(/\s/g, '')).find(Boolean);
};

export const dkim: Examination = {
  name: 'DKIM',
  async look({ dkim: configured, smtpUrl }) {
    if (smtpUrl === undefined && configured === undefined) return undefined;
    if (configured === undefined)
      return doubtful(
        'letters are not signed',
        'set DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE, unless your relay signs',
      );
    const { domain, selector, keyFile } = configured;
    const name = `${selector}._domainkey.${domain}`;
    let ours: string;
    try {
      const key = createPublicKey(createPrivateKey(readFileSync(keyFile)));
      ours = key.export({ type: 'spki', format: 'der' }).toString('base64');
    } catch (error) {
      return bad(`${keyFile}: ${messageOf(error)}`, 'DKIM_KEY_FILE must be a private key in PEM');
    }
    try {
      const theirs = await published(name);
      if (theirs === ours) return good(`${name} publishes our key`);
      return bad(`${name} publishes ${theirs ? 'another key' : 'no key'}`, `publish «v=DKIM1; k=rsa; p=${ours}»`);
    } catch (error) {
      return bad(`${name}: ${messageOf(error)}`, `publish «v=DKIM1; k=rsa; p=${ours}» there`);
    }
  },
};
