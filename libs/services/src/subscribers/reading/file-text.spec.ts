import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { surveyed, textOf } from './file-text.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relais-file-text-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fileOf = (bytes: Buffer | string): string => {
  const file = join(folder, 'file');
  writeFileSync(file, bytes);
  return file;
};
const read = async (bytes: Buffer | string): Promise<[string, string]> => {
  const file = fileOf(bytes);
  const { encoding } = await surveyed(file);
  let text = '';
  for await (const piece of textOf(file, encoding)) text += piece;
  return [encoding, text];
};

describe('the text of a file', () => {
  const text = 'Prénom;Courriel\r\nZoé;zoé@exemple.test\r\n';

  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', iconv.encode(text, 'utf-8', { addBOM: true })],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['utf-16le', iconv.encode(text, 'utf-16le')],
    ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['utf-16be', iconv.encode(text, 'utf-16be')],
    ['windows-1252', iconv.encode(text, 'latin1')],
  ])('is read from %s, whether or not it says so itself', async (encoding, bytes) => {
    expect(await read(bytes)).toEqual([encoding, text]);
  });

  it('is read as Windows writes it where it is not UTF-8: its quotes and its œ are none of Latin-1', async () => {
    expect(await read(Buffer.from([0x93, 0x9c, 0x94, 0xe9]))).toEqual(['windows-1252', '“œ”é']);
  });

  it('is the same wherever its pieces are cut', async () => {
    const long = 'é€𝄞'.repeat(30_000);
    expect(await read(`x${long}`)).toEqual(['utf-8', `x${long}`]);
    const spoilt = Buffer.concat([Buffer.from(long), Buffer.from([0xe9])]);
    expect((await read(spoilt))[0]).toBe('windows-1252');
  });

  it('may be empty', async () => {
    expect(await read('')).toEqual(['utf-8', '']);
  });

  it('is known again by its bytes', async () => {
    expect((await surveyed(fileOf('x'))).hash).toBe(createHash('sha256').update('x').digest('hex'));
  });

  it('is not that of a spreadsheet, nor of what is not there, and says so', async () => {
    await expect(surveyed(fileOf('PK\u0003\u0004rest'))).rejects.toThrow('save its sheet as CSV first');
    await expect(surveyed(join(folder, 'none'))).rejects.toThrow('cannot be read: ENOENT');
    await expect(surveyed(folder)).rejects.toThrow('cannot be read: EISDIR');
  });
});
