import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '@relais/vocabulary';
import { programme } from './programme.js';

/** Makes the programme's documents in a folder, whole or not at all; a folder that is there already is left alone: the first start dates it. */
export const writeProgramme = (folder: string, now: Instant): void => {
  if (existsSync(folder)) return;
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const [name, document] of programme(now)) writeFileSync(join(draft, name), document, { flush: true });
  renameSync(draft, folder);
};
