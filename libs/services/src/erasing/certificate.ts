import { canonicalJson, type Instant, type PersonId } from '@relais/vocabulary';
import type { Signer } from '@relais/transport';

/** What there was of a person, in numbers. */
export type Found = Readonly<{
  /** Keys of theirs: one, or none any more. */
  keys: number;
  /** Subscriptions that had not ended. */
  subscriptions: number;
  /** Letters to them that the hub still kept. */
  letters: number;
}>;

/** Where it stands in the log that somebody was erased. */
export type Recorded = Readonly<{ position: string; event: string }>;

/** Says that a person was erased, to them and to every later start of the hub; it names nobody but by a random id. */
export type Certificate = Readonly<{
  certificate: 'relais-erasure';
  version: 1;
  person: PersonId;
  begun: Instant;
  /** What there was when it began, and is no more since it is done. */
  destroyed: Found;
  /** Absent while it is not done: the next start finishes it. */
  done?: Instant;
  log?: Recorded;
  /** What came back since then, from a backup, and was destroyed again. */
  again?: readonly Readonly<{ at: Instant; destroyed: Found; log: Recorded }>[];
  /** Of all the rest as canonical JSON (RFC 8785), by the key that the hub has for erasures. */
  signature?: Readonly<{ algorithm: 'Ed25519'; publicKey: string; value: string }>;
}>;

/** What the signature is of. */
export const signedText = ({ signature: _, ...rest }: Certificate): string => canonicalJson(rest);

export const signed = (certificate: Certificate, signer: Signer): Certificate => {
  const value = Buffer.from(signer.sign(Buffer.from(signedText(certificate)))).toString('base64');
  const publicKey = Buffer.from(signer.publicKey).toString('base64');
  return { ...certificate, signature: { algorithm: 'Ed25519', publicKey, value } };
};
