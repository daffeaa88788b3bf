import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Settings } from '@relais/configuration';
import { listHeaders } from '@relais/digests';
import { composing } from '@relais/transport';
import type { ListId } from '@relais/vocabulary';
import { bad, doubtful, good, messageOf } from '../finding.js';
import { isOfTheWorld, fromDomain } from '../sender.js';
import type { Check } from './check.js';

/** What a provider shows its «unsubscribe» for, all of it signed (RFC 8058, 3 and 4). */
const toBeSigned = ['from', 'list-unsubscribe', 'list-unsubscribe-post'];

/** A letter as it would leave, to nobody. */
const sample = async ({ mailFrom, publicUrl, dkim }: Settings): Promise<string> => {
  const compose = composing(dkim && { ...dkim, privateKey: createPrivateKey(readFileSync(dkim.keyFile)) });
  const composed = await compose({
    ...{ messageId: '<sample@localhost>', date: '2026-01-01T00:00:00.000Z', from: mailFrom, to: 'nobody@localhost' },
    ...{ subject: 'Lettre', text: 'Bonjour', html: '<p>Bonjour</p>' },
    headers: listHeaders({
      ...{ list: 'sample' as ListId, listName: 'Lettre', publicUrl },
      oneClick: `${publicUrl}/abonnement/quitter?jeton=x`,
    }),
  });
  return composed?.bytes.toString('latin1').split('\r\n\r\n')[0] ?? '';
};

const unfolded = (head: string, name: string): string | undefined =>
  new RegExp(`^${name}:(.*)$`, 'im').exec(head.replace(/\r\n[ \t]+/g, ' '))?.[1]?.trim();

/** Whether a letter as we compose it can be left by one click, and says so under our signature. */
export const headers: Check = {
  name: 'headers',
  look: async (settings) => {
    if (settings.smtpUrl === undefined || !isOfTheWorld(fromDomain(settings))) return undefined;
    let head: string;
    try {
      head = await sample(settings);
    } catch (error) {
      return bad(`no letter can be composed: ${messageOf(error)}`, 'correct MAIL_FROM, PUBLIC_URL or DKIM_KEY_FILE');
    }
    const leave = unfolded(head, 'List-Unsubscribe') ?? '';
    if (!/<https:[^>]+>/.test(leave))
      return bad('letters cannot be left by one click: its address is not https', 'set PUBLIC_URL to an https address');
    if (unfolded(head, 'List-Unsubscribe-Post') !== 'List-Unsubscribe=One-Click')
      return bad('letters have no List-Unsubscribe-Post', 'this is a fault of Relais: tell us');
    const signature = unfolded(head, 'DKIM-Signature');
    if (signature === undefined)
      return doubtful(
        'a relay signs, and which headers it signs is not seen here',
        `it must sign ${toBeSigned.join(', ')}`,
      );
    const covers = (/(?:^|;)\s*h=([^;]*)/.exec(signature)?.[1] ?? '').toLowerCase().replace(/\s/g, '').split(':');
    const left = toBeSigned.filter((name) => !covers.includes(name));
    return left.length > 0
      ? bad(`the signature leaves out ${left.join(', ')}`, 'this is a fault of Relais: tell us')
      : good('one click leaves, and the signature covers it');
  },
};
