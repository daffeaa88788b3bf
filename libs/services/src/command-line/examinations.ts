import type { Examination } from './examinations/examination.js';
import { journal } from './examinations/journal.js';
import { clock, configuration, publicUrl, runtime } from './examinations/machine.js';
import { post } from './examinations/post.js';
import { queue } from './examinations/queue.js';
import { sources } from './examinations/sources.js';
import { dataFolder, disk, log, masterKey } from './examinations/storage.js';

/** All that the doctor looks at, in this order. */
export const examinations: readonly Examination[] = [
  ...[runtime, clock, configuration, publicUrl],
  ...[dataFolder, disk, log, masterKey, journal, sources],
  queue,
  ...post,
];
