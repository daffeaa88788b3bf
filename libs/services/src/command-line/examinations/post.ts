import { checks } from '../../postmaster/checks.js';
import { Names } from '../../postmaster/names.js';
import type { Examination } from './examination.js';

/** What providers ask for of whoever writes to many. */
export const post: readonly Examination[] = checks.map(({ name, look }) => ({
  name,
  look: (settings) => look(settings, new Names(settings.dnsServers)),
}));
