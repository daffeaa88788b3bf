import { bad, doubtful, good } from '../finding.js';
import { sendingHost } from '../sender.js';
import { asking } from './check.js';

/** Whether each address of our host has a name that leads back to it: without one, letters are refused unread. */
export const reverse = asking('PTR', async (settings, names) => {
  if (settings.smtpUrl === undefined) return undefined;
  const host = sendingHost(settings);
  if (host === undefined)
    return doubtful('it is not known which host our letters come from', 'set MAIL_HOST to its name');
  const addresses = await names.addresses(host);
  if (addresses.length === 0) return bad(`${host} has no address in the DNS`, 'correct MAIL_HOST, or SMTP_URL');
  for (const address of addresses) {
    const found = await names.namesOf(address);
    if (found.length === 0)
      return bad(`${address} (${host}) has no name`, 'have whoever gave you the address set its PTR record');
    const forth = await Promise.all(found.map((name) => names.addresses(name)));
    if (!forth.flat().includes(address))
      return bad(`${address} is named ${found.join(', ')}, which does not lead back to it`, 'correct the PTR record');
  }
  return good(`${host} and ${addresses.join(', ')} name each other`);
});
