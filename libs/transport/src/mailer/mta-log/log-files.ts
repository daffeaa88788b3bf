import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** One file of a log that is begun anew now and then. `written` is when it was last written to. */
export type LogFile = Readonly<{ path: string; packed: boolean; size: number; written: number }>;

/** Of `mail.log`: 0; of `mail.log.2.gz`: 2. */
const ageOf = (name: string, log: string): number | undefined => {
  if (name === log) return 0;
  const [, age] = /^\.(\d{1,4})(?:\.gz)?$/.exec(name.startsWith(log) ? name.slice(log.length) : '') ?? [];
  return age === undefined ? undefined : Number(age);
};

/** Of `mail.log-20261124.gz`: its day, by which such names are in order. */
const dayOf = (name: string, log: string): string | undefined =>
  /^-(\d{8}(?:-?\d+)?)(?:\.gz)?$/.exec(name.startsWith(log) ? name.slice(log.length) : '')?.[1];

/**
 * A log and what was put aside of it, the newest first (logrotate's numbers or days, packed or not). It ends before a number that
 * is missing: what is older does not follow on.
 */
export const logFilesOf = async (path: string): Promise<readonly LogFile[]> => {
  const [folder, log] = [dirname(path), basename(path)];
  const names = await readdir(folder);
  const byAge = new Map(names.map((name) => [ageOf(name, log), name]));
  const numbered: string[] = [];
  for (let age = 0, name = byAge.get(0); name !== undefined; name = byAge.get(++age)) numbered.push(name);
  const dated = names
    .filter((name) => dayOf(name, log) !== undefined)
    .sort((a, b) => (dayOf(b, log) ?? '').localeCompare(dayOf(a, log) ?? ''));
  const files: LogFile[] = [];
  for (const name of [...numbered, ...dated]) {
    // One that is renamed at this moment ends the row, too.
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (!found?.isFile()) break;
    files.push({ path: join(folder, name), packed: name.endsWith('.gz'), size: found.size, written: found.mtimeMs });
  }
  return files;
};
