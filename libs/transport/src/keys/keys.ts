import type { Lookup, PersonId, Sealed } from '@relais/vocabulary';

/** Signs for the hub (Ed25519). The private half of its key is nowhere else, and is not given out. */
export type Signer = Readonly<{
  /** 32 bytes. */
  publicKey: Uint8Array;
  /** The signature of a message, 64 bytes: the same each time. */
  sign(message: Uint8Array): Uint8Array;
}>;

/** Keys of persons, kept outside the log: destroying one makes all that it sealed unreadable for ever. */
export abstract class Keys {
  /** Encrypts with the person's key (AES-256-GCM), made at first use. Rejects for a person whose key was destroyed. */
  abstract seal(person: PersonId, plaintext: string): Promise<Sealed>;
  /** {@link seal} for many at once, all or none, in their order: keys of many are made durable in the time of one. */
  abstract sealAll(texts: readonly Readonly<{ person: PersonId; plaintext: string }>[]): Promise<readonly Sealed[]>;
  /** What was sealed, or undefined when the person's key is gone. Rejects if the text was tampered with. */
  abstract open(person: PersonId, sealed: Sealed): Promise<string | undefined>;
  /** A keyed hash (HMAC-SHA-256, base64url) to find an address again; lower-cased and NFC before hashing. */
  abstract lookup(address: string): Lookup;
  /** An unforgeable token for a purpose and an id, safe in a URL, the same each time. */
  abstract token(purpose: string, id: string): string;
  /** The id of a token made for this purpose; undefined if it was not made by {@link token}. */
  abstract verify(purpose: string, token: string): string | undefined;
  /** Who signs for this purpose in the hub's name: the same key each time, another one for each purpose. */
  abstract signer(purpose: string): Signer;
  /** Destroys the keys of persons, for ever, before it resolves: to those of them whose key was there. */
  abstract destroy(...persons: readonly PersonId[]): Promise<readonly PersonId[]>;
  abstract close(): Promise<void>;
}
