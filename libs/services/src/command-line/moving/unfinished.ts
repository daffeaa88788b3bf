import type { FileHandle } from 'node:fs/promises';
import { trailerOf } from '@relais/event-store';
import { lastMember } from './gzip-members.js';

/** How far the unfinished export in a file can be gone on with, in bytes: its whole lines, without the one that ends it. */
export const usablePart = async (file: FileHandle, isPacked: boolean): Promise<number> => {
  const { size } = await file.stat();
  if (isPacked) {
    const { start, end, text } = await lastMember(file);
    return trailerOf(text) ? start : end;
  }
  const end = await lineEnd(file, size);
  const start = end === 0 ? 0 : await lineEnd(file, end - 1);
  const last = Buffer.alloc(Math.min(end - start, longestTrailer));
  await file.read(last, 0, last.length, start);
  return trailerOf(last.toString()) ? start : end;
};

const longestTrailer = 500;

/** Where the last line ends that ends before this place. */
const lineEnd = async (file: FileHandle, before: number): Promise<number> => {
  const piece = Buffer.alloc(65_536);
  for (let end = before; end > 0;) {
    const from = Math.max(0, end - piece.length);
    await file.read(piece, 0, end - from, from);
    const at = piece.subarray(0, end - from).lastIndexOf(0x0a);
    if (at >= 0) return from + at + 1;
    end = from;
  }
  return 0;
};
