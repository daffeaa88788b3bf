import { bad, good } from '../finding.js';
import { envelopeDomain, isOfTheWorld } from '../sender.js';
import { asking } from './check.js';

/** Whether what cannot be delivered can come back: a domain that takes no mail is refused as a sender, too. */
export const wayBack = asking('MX', async (settings, names) => {
  const domain = envelopeDomain(settings);
  if (settings.smtpUrl === undefined || !isOfTheWorld(domain)) return undefined;
  const hosts = await names.exchanges(domain);
  if (hosts.length === 1 && ['', '.'].includes(hosts[0] ?? ''))
    return bad(`${domain} says that it takes no mail`, 'remove its null MX record (RFC 7505), or set RETURN_DOMAIN');
  const takers = hosts.length > 0 ? hosts : [domain];
  for (const host of takers)
    if ((await names.addresses(host)).length > 0) return good(`${domain} takes mail at ${host}`);
  return bad(
    `${domain} takes no mail: ${hosts.length > 0 ? `${hosts.join(', ')} has no address` : 'it has no MX record'}`,
    'publish an MX record of the host that takes it, or set RETURN_DOMAIN',
  );
});
