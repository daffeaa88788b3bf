import { randomBytes } from 'node:crypto';
import type { Keys } from '@relais/transport';
import type { AdminId, Clock } from '@relais/vocabulary';
import type { Deployment } from '../../wiring/deployment.js';

export const minute = 60_000;
/** For how long a link holds, and for how long whoever used it is in. */
export const [linkHolds, sessionHolds] = [15 * minute, 12 * 60 * minute];

type Purpose = 'admin-link' | 'admin-session';

/**
 * Links and sessions of admins: both are tokens under the master key, and nothing is kept of them. Who is no more in the
 * configuration is out at once.
 */
export class AdmissionLinks {
  constructor(
    private readonly deployment: Deployment,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  /** A new link to come in with, and to go to a page of the console. */
  linkFor(admin: AdminId, page?: string): string {
    const jeton = this.#token('admin-link', admin, linkHolds);
    const query = new URLSearchParams({ jeton, ...(page !== undefined && { vers: page }) });
    return `${this.deployment.settings.publicUrl}/admin/entrer?${query}`;
  }

  sessionFor(admin: AdminId): string {
    return this.#token('admin-session', admin, sessionHolds);
  }

  /** Whose token this is; undefined if it has run out, is for something else, or none of ours. */
  adminOf(purpose: Purpose, token: string): AdminId | undefined {
    const [admin, until] = this.keys.verify(purpose, token)?.split(' ') ?? [];
    if (until === undefined || Date.parse(until) <= Date.parse(this.clock.now())) return undefined;
    return this.deployment.admins.find(({ id }) => id === admin)?.id;
  }

  #token(purpose: Purpose, admin: AdminId, holds: number): string {
    const until = new Date(Date.parse(this.clock.now()) + holds).toISOString();
    return this.keys.token(purpose, `${admin} ${until} ${randomBytes(9).toString('base64url')}`);
  }
}
