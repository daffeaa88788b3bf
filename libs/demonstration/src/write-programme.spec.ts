import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programme } from './programme.js';
import { writeProgramme } from './write-programme.js';

const inFolder = (use: (folder: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-programme-'));
  try {
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
const now = '2026-11-24T08:00:00Z';

describe('the written programme', () => {
  it('holds every document, and leaves no draft beside', () =>
    inFolder((folder) => {
      writeProgramme(join(folder, 'data/samples'), now);
      expect(readdirSync(join(folder, 'data'))).toEqual(['samples']);
      expect(readdirSync(join(folder, 'data/samples')).sort()).toEqual([...programme(now).keys()].sort());
    }));

  it('is left alone by a later start', () =>
    inFolder((folder) => {
      const samples = join(folder, 'samples');
      writeProgramme(samples, now);
      writeProgramme(samples, '2027-03-01T08:00:00Z');
      expect(readFileSync(join(samples, 'lille-programme.ics'), 'utf8')).toBe(
        programme(now).get('lille-programme.ics'),
      );
      expect(readdirSync(folder)).toEqual(['samples']);
    }));
});
