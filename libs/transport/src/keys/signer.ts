import { createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto';
import type { Signer } from './keys.js';
import { masterKey } from './master-key.js';

/** The head of every Ed25519 private key in its usual envelope (RFC 8410), before the 32 bytes of its seed. */
const envelope = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A signing key made of the master key (HKDF, RFC 5869), one for each purpose. */
export const signerOf = (master: Uint8Array, purpose: string): Signer => {
  const seed = Buffer.from(hkdfSync('sha256', master, '', `relais sign ${purpose}`, 32));
  const key = createPrivateKey({ key: Buffer.concat([envelope, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(spki.subarray(-32)),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
};

/** The public half of what a key file signs with, to check by; the file is not made. Throws where it is missing or no master key. */
export const publicKeyIn = (keyFile: string, purpose: string): Uint8Array =>
  signerOf(masterKey(keyFile, { mayBeMade: false }), purpose).publicKey;
