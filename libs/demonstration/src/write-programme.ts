import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Instant } from '@relais/vocabulary';
import { programme } from './programme.js';

/** Makes the programme's documents in a folder, whole or not at all; a folder that is there already is left alone: the first start dates it. */
export const writeProgramme = (folder: string, now: Instant): void => {
  if (existsSync(folder)) return;
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}.draft-`);
  try {
    for (const [name, document] of programme(now)) writeFileSync(join(draft, name), document, { flush: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};
