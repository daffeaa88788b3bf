import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import { Unavailable } from '../../wiring/unavailable.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a file is made of: its bytes' SHA-256 (hex), and how they are text. */
export type Survey = Readonly<{ hash: string; encoding: Encoding }>;

/** Reads a file through without keeping it. Rejects with {@link Unavailable} for what is no text, or cannot be read. */
export const surveyed = async (file: string): Promise<Survey> => {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let [head, isUtf8] = [Buffer.alloc(0), true];
  for await (const chunk of bytesOf(file)) {
    hash.update(chunk);
    if (head.length < 4_096) head = Buffer.concat([head, chunk]).subarray(0, 4_096);
    isUtf8 &&= decodes(() => utf8.decode(chunk, { stream: true }));
  }
  isUtf8 &&= decodes(() => utf8.decode());
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')))
    throw new Unavailable('this file is a spreadsheet or an archive: save its sheet as CSV first');
  return { hash: hash.digest('hex'), encoding: wideEncoding(head) ?? (isUtf8 ? 'utf-8' : 'windows-1252') };
};

/** A file's text, in pieces, without a byte order mark. */
export async function* textOf(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of bytesOf(file)) yield decoder.write(chunk);
  yield decoder.end() ?? '';
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Buffer;
  } catch (error) {
    throw new Unavailable(`the file cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

const decodes = (decode: () => unknown): boolean => {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
};

/** Of two bytes a character: by its mark, or since every other byte of what is mostly Latin is zero. */
const wideEncoding = (head: Buffer): Encoding | undefined => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  head.forEach((byte, at) => byte === 0 && zeros[at % 2]!++);
  const most = head.length / 2 / 2;
  if ((zeros[1] ?? 0) > most) return 'utf-16le';
  return (zeros[0] ?? 0) > most ? 'utf-16be' : undefined;
};
