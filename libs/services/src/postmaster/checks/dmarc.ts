import { bad, doubtful, good } from '../finding.js';
import type { Names } from '../names.js';
import { envelopeDomain, fromDomain, isAligned, isOfTheWorld } from '../sender.js';
import { asking } from './check.js';

const tag = (record: string, name: string): string | undefined =>
  new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([^;\\s]+)`, 'i').exec(record)?.[1]?.toLowerCase();

/** The records of a domain, or of the nearest above it that has any. */
const recordsFor = async (names: Names, domain: string): Promise<readonly string[]> => {
  for (let at = domain; isOfTheWorld(at); at = at.replace(/^[^.]*\./, '')) {
    const found = (await names.texts(`_dmarc.${at}`)).filter((text) => /^v\s*=\s*DMARC1\s*(?:;|$)/i.test(text));
    if (found.length > 0) return found;
  }
  return [];
};

/** Whether the domain of From has a policy, and what we sign or hand over is in its name (RFC 7489). */
export const dmarc = asking('DMARC', async (settings, names) => {
  const domain = fromDomain(settings);
  if (settings.smtpUrl === undefined || !isOfTheWorld(domain)) return undefined;
  const records = await recordsFor(names, domain);
  const [record] = records;
  if (record === undefined)
    return bad(
      `${domain} has no policy`,
      `publish «v=DMARC1; p=none» at _dmarc.${domain}; later p=quarantine or reject`,
    );
  if (records.length > 1)
    return bad(`${domain} has ${records.length} policies`, 'leave one of them: more count as none');
  const policy = tag(record, 'p');
  if (!['none', 'quarantine', 'reject'].includes(policy ?? ''))
    return bad(`${domain}: its policy says «p=${policy ?? ''}»`, 'it must say p=none, p=quarantine or p=reject');
  const byKey = settings.dkim && isAligned(settings.dkim.domain, domain, tag(record, 'adkim') === 's');
  const byHost = isAligned(envelopeDomain(settings), domain, tag(record, 'aspf') === 's');
  if (byKey) return good(`${domain}: p=${policy}, and we sign as ${settings.dkim?.domain}`);
  if (!byHost)
    return bad(
      `neither DKIM_DOMAIN nor the domain that letters come back to is of ${domain}, which From names`,
      `set DKIM_DOMAIN to ${domain}`,
    );
  // Whoever forwards a letter is another host: only a signature goes with it.
  return doubtful(
    `${domain}: p=${policy}, met by SPF alone`,
    `sign as ${domain}: set DKIM_DOMAIN, or have the relay sign`,
  );
});
