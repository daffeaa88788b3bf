import { NotANote, readNote, type SignedNote } from './signed-note.js';

/** How far the chain of a log is fixed: after its first `size` events it stands at `hash` (hexadecimal). */
export type Fixed = Readonly<{ size: number; hash: string }>;

/** A checkpoint as it is published: which log, how far, and the note that says so. */
export type Checkpoint = Fixed & Readonly<{ origin: string; signed: SignedNote; note: string }>;

/** What a checkpoint's note says, before it is signed: the log, its size, the hash of its chain in base64. */
export const checkpointText = (origin: string, { size, hash }: Fixed): string =>
  `${origin}\n${size}\n${Buffer.from(hash, 'hex').toString('base64')}\n`;

/** Reads a checkpoint; throws {@link NotANote}. Lines after the third, which others may add, are passed over. */
export const readCheckpoint = (note: string): Checkpoint => {
  const signed = readNote(note);
  const [origin = '', size = '', encoded = ''] = signed.text.split('\n');
  const hash = Buffer.from(encoded, 'base64');
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || hash.length !== 32 || hash.toString('base64') !== encoded)
    throw new NotANote('a checkpoint is three lines: the log, how many events it has, the hash of its chain');
  return { origin, size: Number(size), hash: hash.toString('hex'), signed, note };
};

/** The checkpoints of a text that holds nothing but notes, one after another, as they are published. Throws {@link NotANote}. */
export const readCheckpoints = (text: string): readonly Checkpoint[] => {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const notes: string[] = [];
  let [note, isSigned] = ['', false];
  for (const line of lines) {
    const isSignature = line.startsWith('\u2014 ');
    if (isSigned && !isSignature) {
      notes.push(note);
      [note, isSigned] = ['', false];
    }
    if (note === '' && line === '') continue;
    note += `${line}\n`;
    isSigned = isSignature;
  }
  if (note !== '') notes.push(note);
  return notes.map(readCheckpoint);
};
