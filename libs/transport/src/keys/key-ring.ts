import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Lookup, PersonId, Sealed } from '@relais/vocabulary';
import { Keys } from './keys.js';
import { masterKey } from './master-key.js';

const cipher = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

const encrypt = (key: Uint8Array, about: string, plain: Uint8Array): Buffer => {
  const iv = randomBytes(ivLength);
  const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(about));
  return Buffer.concat([iv, sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
};

const decrypt = (key: Uint8Array, about: string, sealed: Uint8Array): Buffer => {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, ivLength)).setAAD(Buffer.from(about));
  opening.setAuthTag(sealed.subarray(-tagLength));
  return Buffer.concat([opening.update(sealed.subarray(ivLength, -tagLength)), opening.final()]);
};

/** Keys of persons in a SQLite file, each wrapped by the master key; a destroyed key leaves a mark so that it is never made again. */
export class KeyRing extends Keys {
  private constructor(
    private readonly master: Uint8Array,
    private readonly database: DatabaseSync,
  ) {
    super();
  }

  /** The master key's file is made (mode 0600) where there is none. Throws when either file cannot be used. */
  static open({ keyFile, database }: { keyFile: string; database: string }): KeyRing {
    mkdirSync(dirname(database), { recursive: true });
    const master = masterKey(keyFile);
    const file = new DatabaseSync(database);
    file.exec('PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;');
    file.exec('CREATE TABLE IF NOT EXISTS person(id TEXT PRIMARY KEY, key BLOB) STRICT');
    return new KeyRing(master, file);
  }

  async seal(person: PersonId, plaintext: string): Promise<Sealed> {
    const wrapped = encrypt(this.#derived('wrap'), person, randomBytes(32));
    this.database.prepare('INSERT INTO person(id, key) VALUES (?, ?) ON CONFLICT DO NOTHING').run(person, wrapped);
    const key = this.#keyOf(person);
    if (key === undefined)
      throw new Error('the key of this person was destroyed: nothing can be sealed for them again');
    return encrypt(key, person, Buffer.from(plaintext)).toString('base64url');
  }

  async open(person: PersonId, sealed: Sealed): Promise<string | undefined> {
    const key = this.#keyOf(person);
    return key && decrypt(key, person, Buffer.from(sealed, 'base64url')).toString();
  }

  lookup(address: string): Lookup {
    return this.#mac('lookup', address.normalize('NFC').toLowerCase()).toString('base64url');
  }

  token(purpose: string, id: string): string {
    return `${Buffer.from(id).toString('base64url')}.${this.#mac(`token ${purpose}`, id).subarray(0, 16).toString('base64url')}`;
  }

  verify(purpose: string, token: string): string | undefined {
    const [encoded = '', mac = ''] = token.split('.');
    const id = Buffer.from(encoded, 'base64url').toString();
    const [given, right] = [Buffer.from(mac, 'base64url'), this.#mac(`token ${purpose}`, id).subarray(0, 16)];
    return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
  }

  async destroy(person: PersonId): Promise<void> {
    this.database
      .prepare('INSERT INTO person(id, key) VALUES (?, NULL) ON CONFLICT(id) DO UPDATE SET key = NULL')
      .run(person);
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  async close(): Promise<void> {
    if (this.database.isOpen) this.database.close();
  }

  #keyOf(person: PersonId): Uint8Array | undefined {
    const row = this.database.prepare('SELECT key FROM person WHERE id = ?').get(person) as
      { key: Uint8Array | null } | undefined;
    return row?.key ? decrypt(this.#derived('wrap'), person, row.key) : undefined;
  }

  #mac(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.#derived(purpose)).update(text).digest();
  }

  /** One key per purpose (HKDF, RFC 5869), so that none can be used for another. */
  #derived(purpose: string): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.master, '', `relais ${purpose}`, 32));
  }
}
