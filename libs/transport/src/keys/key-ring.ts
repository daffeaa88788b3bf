import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { writeAhead } from '@relais/sqlite';
import type { Lookup, PersonId, Sealed } from '@relais/vocabulary';
import { Keys, type Signer } from './keys.js';
import { masterKey } from './master-key.js';
import { signerOf } from './signer.js';

const cipher = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

const encrypt = (key: Uint8Array | KeyObject, about: string, plain: Uint8Array): Buffer => {
  const iv = randomBytes(ivLength);
  const sealing = createCipheriv(cipher, key, iv, { authTagLength: tagLength }).setAAD(Buffer.from(about));
  return Buffer.concat([iv, sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
};

const decrypt = (key: Uint8Array | KeyObject, about: string, sealed: Uint8Array): Buffer => {
  // With its length given: of what was cut off, a shorter tag would be accepted too, and easy to forge.
  const iv = sealed.subarray(0, ivLength);
  const opening = createDecipheriv(cipher, key, iv, { authTagLength: tagLength }).setAAD(Buffer.from(about));
  opening.setAuthTag(sealed.subarray(-tagLength));
  return Buffer.concat([opening.update(sealed.subarray(ivLength, -tagLength)), opening.final()]);
};

type Row = { key: Uint8Array | null } | undefined;

export type KeyFiles = Readonly<{
  keyFile: string;
  database: string;
  /** How long to wait for another process that uses the database, in milliseconds. */
  patience?: number;
}>;

const opened = (database: string, patience: number): DatabaseSync => {
  try {
    mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
    const file = new DatabaseSync(database);
    file.exec(`PRAGMA busy_timeout=${patience};`);
    writeAhead(file, patience);
    file.exec('PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;');
    file.exec('CREATE TABLE IF NOT EXISTS person(id TEXT PRIMARY KEY, key BLOB) STRICT');
    return file;
  } catch (error) {
    throw new Error(`the keys ${database} cannot be used: ${(error as Error).message}`, { cause: error });
  }
};

/** Keys of persons in a SQLite file, each wrapped by the master key; a destroyed key leaves a mark so that it is never made again. */
export class KeyRing extends Keys {
  readonly #derivedKeys = new Map<string, KeyObject>();
  readonly #wrapped: StatementSync;
  readonly #make: StatementSync;

  private constructor(
    private readonly master: Uint8Array,
    private readonly database: DatabaseSync,
  ) {
    super();
    this.#wrapped = database.prepare('SELECT key FROM person WHERE id = ?');
    this.#make = database.prepare('INSERT INTO person(id, key) VALUES (?, ?) ON CONFLICT DO NOTHING');
  }

  /** The master key's file is made (mode 0600) for a new database. Throws when either file cannot be used, or not together. */
  static open({ keyFile, database, patience = 10_000 }: KeyFiles): KeyRing {
    const file = opened(database, patience);
    try {
      const some = file.prepare('SELECT id FROM person WHERE key IS NOT NULL LIMIT 1').get() as
        { id: PersonId } | undefined;
      const ring = new KeyRing(masterKey(keyFile, { mayBeMade: some === undefined }), file);
      if (some) ring.#tryOn(some.id, `${keyFile} is not the master key of ${database}`);
      return ring;
    } catch (error) {
      file.close();
      throw error;
    }
  }

  async seal(person: PersonId, plaintext: string): Promise<Sealed> {
    return this.#seal(person, plaintext);
  }

  async sealAll(texts: readonly Readonly<{ person: PersonId; plaintext: string }>[]): Promise<readonly Sealed[]> {
    return this.#inOne(() => texts.map(({ person, plaintext }) => this.#seal(person, plaintext)));
  }

  async open(person: PersonId, sealed: Sealed): Promise<string | undefined> {
    const key = this.#keyOf(person);
    return key && decrypt(key, person, Buffer.from(sealed, 'base64url')).toString();
  }

  lookup(address: string): Lookup {
    return this.#mac('lookup', address.normalize('NFC').toLowerCase()).toString('base64url');
  }

  token(purpose: string, id: string): string {
    if (!id.isWellFormed()) throw new Error('an id of half a character would be another in its token');
    return `${Buffer.from(id).toString('base64url')}.${this.#mac(`token ${purpose}`, id).subarray(0, 16).toString('base64url')}`;
  }

  verify(purpose: string, token: string): string | undefined {
    const id = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString();
    // Compared whole: decoding overlooks what does not belong there, and a token would have many spellings.
    const [given, right] = [Buffer.from(token), Buffer.from(this.token(purpose, id))];
    return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
  }

  signer(purpose: string): Signer {
    return signerOf(this.master, purpose);
  }

  async destroy(...persons: readonly PersonId[]): Promise<readonly PersonId[]> {
    const destroy = this.database.prepare(
      'INSERT INTO person(id, key) VALUES (?, NULL) ON CONFLICT(id) DO UPDATE SET key = NULL WHERE key IS NOT NULL',
    );
    const there = this.#inOne(() => {
      const found = persons.filter((person) => (this.#wrapped.get(person) as Row)?.key);
      for (const person of persons) destroy.run(person);
      return found;
    });
    // Also where all were destroyed before: whoever did may have ended before this.
    const { busy } = this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
    if (busy !== 0) throw new Error('a key is destroyed, and its bytes are still in a file that is in use: try again');
    return there;
  }

  async close(): Promise<void> {
    if (this.database.isOpen) this.database.close();
  }

  /** One transaction, and so one flush to the disk. */
  #inOne<Result>(work: () => Result): Result {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    }
  }

  #seal(person: PersonId, plaintext: string): Sealed {
    const wrapped = encrypt(this.#derived('wrap'), person, randomBytes(32));
    this.#make.run(person, wrapped);
    const key = this.#keyOf(person);
    if (key === undefined)
      throw new Error('the key of this person was destroyed: nothing can be sealed for them again');
    return encrypt(key, person, Buffer.from(plaintext)).toString('base64url');
  }

  #tryOn(person: PersonId, otherwise: string): void {
    try {
      this.#keyOf(person);
    } catch (error) {
      throw new Error(`${otherwise}: restore the right one, or no address can be read again`, { cause: error });
    }
  }

  #keyOf(person: PersonId): Uint8Array | undefined {
    const row = this.#wrapped.get(person) as Row;
    return row?.key ? decrypt(this.#derived('wrap'), person, row.key) : undefined;
  }

  #mac(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.#derived(purpose)).update(text).digest();
  }

  /** One key per purpose (HKDF, RFC 5869), so that none can be used for another. Purposes are ours, and few: each is kept. */
  #derived(purpose: string): KeyObject {
    const known = this.#derivedKeys.get(purpose);
    if (known) return known;
    const key = createSecretKey(new Uint8Array(hkdfSync('sha256', this.master, '', `relais ${purpose}`, 32)));
    this.#derivedKeys.set(purpose, key);
    return key;
  }
}
