import { bad, doubtful, good } from '../finding.js';
import { envelopeDomain, isOfTheWorld, sendingHost } from '../sender.js';
import { SpfCheck, spfRecords } from '../spf.js';
import { asking } from './check.js';

/** Whether the domain that letters are handed over for lets our host write (RFC 7208). */
export const spf = asking('SPF', async (settings, names) => {
  const domain = envelopeDomain(settings);
  if (settings.smtpUrl === undefined || !isOfTheWorld(domain)) return undefined;
  const host = sendingHost(settings);
  const records = await spfRecords(names, domain);
  if (records.length === 0)
    return bad(`${domain} says nothing of who may write for it`, `publish there «v=spf1 a:${host ?? 'HOST'} -all»`);
  if (records.length > 1)
    return bad(`${domain} has ${records.length} SPF records`, 'leave one of them: more count as none');
  if (host === undefined)
    return doubtful(
      `${domain} has a record, but it is not known which host our letters come from`,
      'set MAIL_HOST to its name',
    );
  const addresses = await names.addresses(host);
  if (addresses.length === 0) return bad(`${host} has no address in the DNS`, 'correct MAIL_HOST, or SMTP_URL');
  for (const address of addresses) {
    const result = await new SpfCheck(names, address).of(domain);
    if (result === 'pass') continue;
    if (result === 'broken')
      return bad(`${domain}: its SPF record is broken, or asks more than 10 questions`, 'correct it (RFC 7208, 4.6)');
    const detail = `${domain} says «${result}» of ${host} (${address})`;
    if (result === 'unclear') return doubtful(detail, 'its record uses macros: look at a letter that arrived');
    const advice = `add a:${host} to its record, before «all»`;
    // A relay may write from hosts that its name does not tell.
    return settings.mailHost === undefined ? doubtful(detail, `${advice}, or set MAIL_HOST`) : bad(detail, advice);
  }
  return good(`${domain} lets ${host} write (${addresses.join(', ')})`);
});
