import { ImportBatches } from './import-batches.js';
import { ImportTurns } from './import-turns.js';
import { Importing } from './importing.js';
import { KnownImports } from './known-imports.js';
import { Undoing } from './undoing.js';

/** What brings subscribers in, and takes them back. */
export const importParts = [ImportTurns, KnownImports, ImportBatches, Importing, Undoing] as const;
