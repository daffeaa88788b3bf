import { canReach } from '@relais/transport';
import { bad, doubtful, good, messageOf } from '../finding.js';
import type { Check } from './check.js';

/** Whether the server that takes our letters is there, and takes us in. */
export const reachable: Check = {
  name: 'SMTP',
  look: async ({ smtpUrl, dataFolder }) => {
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
