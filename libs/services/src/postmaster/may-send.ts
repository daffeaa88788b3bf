import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '@relais/configuration';
import { Deployment } from '../wiring/deployment.js';
import { isOnLoopback } from './sender.js';
import { examined, keepVerdict, lastVerdict } from './verdict.js';

/** How long a good verdict holds before the post is looked at again, in milliseconds. */
const holds = 3_600_000;

/**
 * What is wrong with the post, in a line each, and none where letters go to a server of this machine or RELAIS_SEND_UNCHECKED=1 says so.
 * Looks again whenever the last look found something.
 */
export const hindrancesOf = async (settings: Settings): Promise<readonly string[]> => {
  const { smtpUrl, sendUnchecked } = settings;
  if (sendUnchecked || smtpUrl === undefined || isOnLoopback(smtpUrl)) return [];
  const last = lastVerdict(settings);
  // By the machine's clock: ours may stand still, and the DNS does not.
  const now = Date.now();
  if (last?.bad.length === 0 && Math.abs(now - Date.parse(last.at)) < holds) return [];
  return keepVerdict(settings, await examined(settings), new Date(now).toISOString()).bad;
};

/** Whether issues may leave: one that every provider refuses costs a domain its good name for weeks. */
@Injectable()
export class MaySend {
  constructor(@Inject(Deployment) private readonly deployment: Deployment) {}

  /** What is wrong; nothing is, and issues may leave, when there is none. */
  hindrances(): Promise<readonly string[]> {
    return hindrancesOf(this.deployment.settings);
  }
}
