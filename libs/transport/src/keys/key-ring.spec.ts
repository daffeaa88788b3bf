import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PersonId } from '@relais/vocabulary';
import { describeKeys } from '../testing/keys.conformance.js';
import { KeyRing } from './key-ring.js';
import { publicKeyIn } from './signer.js';

const alice = 'person-alice' as PersonId;
const bob = 'person-bob' as PersonId;

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'relais-keys-'));
const filesIn = (folder: string) => ({ keyFile: join(folder, 'own', 'master.key'), database: join(folder, 'keys.db') });

describeKeys('a key ring', async () => {
  const folder = newFolder();
  return {
    open: async () => KeyRing.open(filesIn(folder)),
    close: async () => rmSync(folder, { recursive: true }),
  };
});

describe('a key ring', () => {
  let folder: string;
  let files: ReturnType<typeof filesIn>;
  beforeEach(() => {
    folder = newFolder();
    files = filesIn(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A ring that has sealed something, closed again. */
  const used = async (): Promise<string> => {
    const ring = KeyRing.open(files);
    const sealed = await ring.seal(alice, 'alice@exemple.test');
    await ring.close();
    return sealed;
  };

  it('makes a master key of 32 bytes that its owner alone can read', async () => {
    await KeyRing.open(files).close();
    expect(statSync(files.keyFile).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(files.keyFile, 'utf8'), 'base64')).toHaveLength(32);
    expect(readdirSync(join(folder, 'own'))).toEqual(['master.key']);
  });

  it('makes the tokens and finds the addresses of letters that went out years ago', async () => {
    const keyFile = join(folder, 'master.key');
    writeFileSync(keyFile, Buffer.alloc(32, 7).toString('base64'));
    const ring = KeyRing.open({ ...files, keyFile });
    for (const _ of ['once', 'again']) {
      expect(ring.token('confirm', 'subscription-1')).toBe('c3Vic2NyaXB0aW9uLTE.6yxe4SYLsEAO2nhzaQJubw');
      expect(ring.token('leave', 'subscription-1')).toBe('c3Vic2NyaXB0aW9uLTE.KPOFzcvaQnvxo1NGWeT27Q');
      expect(ring.lookup('Alice@Exemple.test')).toBe('Sz0qPDeI-SUJ9EMq3jRhE7NP1hSXIOIgiSPQYI_qiIw');
    }
    await ring.close();
  });

  it('signs by the key that was published years ago', async () => {
    const keyFile = join(folder, 'master.key');
    writeFileSync(keyFile, Buffer.alloc(32, 7).toString('base64'));
    const ring = KeyRing.open({ ...files, keyFile });
    const published = Buffer.from(ring.signer('journal').publicKey).toString('base64');
    expect(published).toBe('pJ0Qzmzwi/VccYlNgJwLmbadLOMOV6q4FCREbaSt7Lo=');
    expect(Buffer.from(publicKeyIn(keyFile, 'journal')).toString('base64')).toBe(published);
    await ring.close();
  });

  it('makes no key file where somebody only checks', () => {
    expect(() => publicKeyIn(files.keyFile, 'journal')).toThrow(`the master key ${files.keyFile} is missing`);
    expect(existsSync(files.keyFile)).toBe(false);
  });

  it('makes another for each place', async () => {
    await KeyRing.open(files).close();
    const other = join(folder, 'other.key');
    await KeyRing.open({ keyFile: other, database: join(folder, 'other.db') }).close();
    expect(readFileSync(other, 'utf8')).not.toBe(readFileSync(files.keyFile, 'utf8'));
  });

  it.each([
    ['empty', ''],
    ['truncated', 'c2hvcnQ='],
    ['too long', Buffer.alloc(33).toString('base64')],
    ['something else', 'the master key of the hub, as a sentence'],
  ])('does not start with a key file that is %s', (_what, content) => {
    const keyFile = join(folder, 'master.key');
    writeFileSync(keyFile, content);
    expect(() => KeyRing.open({ ...files, keyFile })).toThrow(`${keyFile} is not a master key`);
  });

  it('does not start with the master key of another ring, and says so', async () => {
    await used();
    const keyFile = join(folder, 'other.key');
    await KeyRing.open({ keyFile, database: join(folder, 'other.db') }).close();
    expect(() => KeyRing.open({ ...files, keyFile })).toThrow(`${keyFile} is not the master key of ${files.database}`);
  });

  it('makes no new master key for a ring that has lost its own', async () => {
    await used();
    rmSync(files.keyFile);
    expect(() => KeyRing.open(files)).toThrow(`the master key ${files.keyFile} is missing: restore it`);
    expect(existsSync(files.keyFile)).toBe(false);
  });

  it('starts again once its master key is back', async () => {
    const sealed = await used();
    const key = readFileSync(files.keyFile);
    truncateSync(files.keyFile, 10);
    expect(() => KeyRing.open(files)).toThrow('is not a master key');
    writeFileSync(files.keyFile, key);
    const ring = KeyRing.open(files);
    expect(await ring.open(alice, sealed)).toBe('alice@exemple.test');
    await ring.close();
  });

  it('does not start on a file that is no database, or a folder', () => {
    writeFileSync(files.database, 'no database at all, but long enough to be taken for one'.repeat(100));
    expect(() => KeyRing.open(files)).toThrow(`the keys ${files.database} cannot be used: file is not a database`);
    expect(() => KeyRing.open({ ...files, database: folder })).toThrow(`the keys ${folder} cannot be used`);
  });

  it('opens nothing with a key that was put in another person’s place', async () => {
    const ring = KeyRing.open(files);
    const sealed = await ring.seal(alice, 'alice@exemple.test');
    await ring.seal(bob, 'bob@exemple.test');
    const database = new DatabaseSync(files.database);
    database.prepare('UPDATE person SET key = (SELECT key FROM person WHERE id = ?) WHERE id = ?').run(alice, bob);
    database.close();
    await expect(ring.open(bob, sealed)).rejects.toThrow();
    await ring.close();
  });

  it('leaves not a byte of a destroyed key in its files', async () => {
    const ring = KeyRing.open(files);
    for (let n = 0; n < 200; n++) await ring.seal(`person-${n}` as PersonId, 'x');
    await ring.seal(alice, 'alice@exemple.test');
    const database = new DatabaseSync(files.database);
    const { key } = database.prepare('SELECT key FROM person WHERE id = ?').get(alice) as { key: Uint8Array };
    database.close();
    const found = (): string[] =>
      readdirSync(folder).filter((name) => {
        const path = join(folder, name);
        return statSync(path).isFile() && readFileSync(path).includes(Buffer.from(key).subarray(0, 16));
      });
    expect(found()).not.toEqual([]);
    await ring.destroy(alice);
    expect(found()).toEqual([]);
    await ring.close();
    expect(found()).toEqual([]);
  });

  it('does not say that a key is destroyed while its bytes are held in a file that is in use', async () => {
    const ring = KeyRing.open({ ...files, patience: 50 });
    await ring.seal(alice, 'x');
    const reader = new DatabaseSync(files.database);
    reader.exec('BEGIN');
    reader.prepare('SELECT * FROM person').all();
    await expect(ring.destroy(alice)).rejects.toThrow('still in a file that is in use: try again');
    await expect(ring.seal(alice, 'x')).rejects.toThrow('was destroyed');
    reader.exec('COMMIT');
    reader.close();
    await expect(ring.destroy(alice)).resolves.toEqual([]);
    await ring.close();
  });
});
