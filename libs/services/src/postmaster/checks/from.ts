import { bad, doubtful, good } from '../finding.js';
import { fromDomain, isOfTheWorld, isOnLoopback } from '../sender.js';
import type { Check } from './check.js';

/** Whether letters are from a domain that anybody can know. */
export const from: Check = {
  name: 'sender',
  look: async (settings) => {
    const { mailFrom, smtpUrl } = settings;
    if (smtpUrl === undefined) return undefined;
    if (isOfTheWorld(fromDomain(settings))) return good(mailFrom);
    const advice = 'set MAIL_FROM to an address of yours';
    const detail = `${mailFrom} is no address beyond this machine`;
    return isOnLoopback(smtpUrl) ? doubtful(detail, advice) : bad(detail, advice);
  },
};
