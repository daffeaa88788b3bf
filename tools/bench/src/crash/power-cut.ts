import { closeSync, copyFileSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { checkSurvivors, type Acknowledged } from './survivors.ts';

const [walHeader, frameHeader, sector] = [32, 24, 512];

/**
 * What a power cut may leave of a log whose process was just killed, each tried on a copy. Every commit was flushed before it was
 * acknowledged: so the write-ahead log may lack, or hold noise, from any byte on that was written after; and the file may hold
 * any sectors of a checkpoint that did not come to its end.
 */
export const checkPowerCuts = async (
  file: string,
  said: readonly Acknowledged[],
  pick: (below: number) => number,
): Promise<void> => {
  if (!existsSync(`${file}-wal`)) return;
  const wal = readFileSync(`${file}-wal`);
  if (wal.length <= walHeader) return;
  const copy = `${file}.cut.db`;
  const at = pick(wal.length);
  for (const how of ['cut off', 'noise'] as const) {
    copyFileSync(file, copy);
    const handle = openSync(`${copy}-wal`, 'w');
    writeSync(handle, wal.subarray(0, at));
    if (how === 'noise') writeSync(handle, randomBytes(wal.length - at));
    closeSync(handle);
    const before = said.filter(({ length }) => length <= at);
    await checkSurvivors(copy, before, `power cut (${how} at byte ${at} of ${wal.length})`);
  }
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  tearCheckpoint(copy, wal, pick);
  await checkSurvivors(copy, said, 'power cut in the middle of a checkpoint');
};

/** Writes some sectors of some pages of what was committed into the file. */
const tearCheckpoint = (file: string, wal: Buffer, pick: (below: number) => number): void => {
  const pageSize = wal.readUInt32BE(8);
  const handle = openSync(file, 'r+');
  const frames: number[] = [];
  let committed = 0;
  for (let at = walHeader; at + frameHeader + pageSize <= wal.length; at += frameHeader + pageSize) {
    if (wal.compare(wal, 16, 24, at + 8, at + 16) !== 0) break;
    frames.push(at);
    if (wal.readUInt32BE(at + 4) !== 0) committed = frames.length;
  }
  for (const at of frames.slice(0, committed)) {
    const sectors = pick(pageSize / sector + 1);
    const from = at + frameHeader;
    writeSync(handle, wal, from, sectors * sector, (wal.readUInt32BE(at) - 1) * pageSize);
  }
  closeSync(handle);
};
