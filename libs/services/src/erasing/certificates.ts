import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PersonId } from '@relais/vocabulary';
import { Unavailable } from '../wiring/unavailable.js';
import type { Certificate } from './certificate.js';

/** The certificates of all erasures, a file each, in a folder that is kept apart from backups. */
export class Certificates {
  constructor(private readonly folder: string) {}

  /** Throws one clear Error for a file that is none: whoever was erased by it may have come back. */
  all(): ReadonlyMap<PersonId, Certificate> {
    if (!existsSync(this.folder)) return new Map();
    const names = readdirSync(this.folder).filter((name) => name.endsWith('.json'));
    return new Map(names.map((name) => [name.slice(0, -'.json'.length) as PersonId, this.#read(name)]));
  }

  fileOf(person: PersonId): string {
    return join(this.folder, `${person}.json`);
  }

  /** Written whole under another name, then renamed, and on the disk when this returns. */
  write(certificate: Certificate): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const file = this.fileOf(certificate.person);
    writeFileSync(`${file}.draft`, `${JSON.stringify(certificate, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(`${file}.draft`, file);
    const folder = openSync(this.folder, 'r');
    fsyncSync(folder);
    closeSync(folder);
  }

  #read(name: string): Certificate {
    const file = join(this.folder, name);
    const found = parsed(readFileSync(file, 'utf8'));
    if (found?.certificate === 'relais-erasure' && found.version === 1 && `${found.person}.json` === name) return found;
    throw new Unavailable(
      `${file} is no certificate of an erasure that this version can read: nothing was changed, and nothing is sent, since ` +
        'whoever was erased may have come back. Put back a whole copy of it, or start the version that wrote it',
    );
  }
}

const parsed = (text: string): Certificate | undefined => {
  try {
    return (JSON.parse(text) as Certificate | null) ?? undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
