import type { Verb } from './verb.js';
import { admin } from './verbs/admin.js';
import { backup } from './verbs/backup.js';
import { collect } from './verbs/collect.js';
import { copy } from './verbs/copy.js';
import { digest } from './verbs/digest.js';
import { doctor } from './verbs/doctor.js';
import { erase } from './verbs/erase.js';
import { events } from './verbs/events.js';
import { exportLog } from './verbs/export.js';
import { generations } from './verbs/generations.js';
import { importLog } from './verbs/import.js';
import { links } from './verbs/links.js';
import { lists } from './verbs/lists.js';
import { matching } from './verbs/matching.js';
import { read } from './verbs/read.js';
import { replay } from './verbs/replay.js';
import { restore } from './verbs/restore.js';
import { sources } from './verbs/sources.js';
import { status } from './verbs/status.js';
import { subscribers } from './verbs/subscribers.js';
import { verify } from './verbs/verify.js';
import { whatIf } from './verbs/what-if.js';

/** Every verb of the command line. A new one: its file, and one line here. */
export const verbs: readonly Verb[] = [
  status,
  events,
  read,
  doctor,
  collect,
  replay,
  generations,
  whatIf,
  verify,
  exportLog,
  importLog,
  copy,
  backup,
  restore,
  matching,
  digest,
  subscribers,
  erase,
  admin,
  sources,
  links,
  lists,
];
