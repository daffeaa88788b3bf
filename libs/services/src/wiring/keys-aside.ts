import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@relais/configuration';
import { KeyRing } from '@relais/transport';

/** Old keys that a restore put aside, in folders of the data folder; each is opened when it is asked for. */
export const keysAside = ({
  dataFolder,
  keyFile,
}: Settings): readonly Readonly<{ file: string; open: () => KeyRing }>[] =>
  (existsSync(dataFolder) ? readdirSync(dataFolder) : [])
    .filter((name) => name.startsWith('replaced-'))
    .map((name) => join(dataFolder, name, 'keys.db'))
    .filter((file) => existsSync(file))
    .map((file) => ({ file, open: () => KeyRing.open({ keyFile, database: file }) }));
