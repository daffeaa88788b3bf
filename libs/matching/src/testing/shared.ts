import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Facts and fixtures of third parties, beside the repository; absent in most clones. */
export const shared = join(import.meta.dirname, '../../../../../shared');
const required = (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes('shared');

/** Named as skipped without the folder, unless it is required. */
export const itWithShared = existsSync(shared) || required ? it : it.skip;
