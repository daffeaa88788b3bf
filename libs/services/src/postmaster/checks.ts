import type { Check } from './checks/check.js';
import { dkim } from './checks/dkim.js';
import { dmarc } from './checks/dmarc.js';
import { from } from './checks/from.js';
import { headers } from './checks/headers.js';
import { reachable } from './checks/reachable.js';
import { reverse } from './checks/reverse.js';
import { spf } from './checks/spf.js';
import { wayBack } from './checks/way-back.js';

/** What the great providers ask of whoever writes to many, in this order. A new one: its file, and its place here. */
export const checks: readonly Check[] = [reachable, from, dkim, spf, dmarc, reverse, wayBack, headers];
