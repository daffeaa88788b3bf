import { createPublicKey, hash, verify } from 'node:crypto';

/** A text of one line or more and who signed it, in the form of C2SP's signed-note. */
export type SignedNote = Readonly<{ text: string; signatures: readonly NoteSignature[] }>;
export type NoteSignature = Readonly<{ name: string; keyHash: string; signature: Uint8Array }>;

/** What a note is checked with: the name under which a key signs, and its public half (Ed25519, 32 bytes). */
export type Verifier = Readonly<{ name: string; publicKey: Uint8Array }>;

/** A text that should be a note, or a key, and is none; the message says why. */
export class NotANote extends Error {
  override readonly name = 'NotANote';
}

/** The number of Ed25519 among the kinds of signatures that notes know. */
const ed25519 = 1;
const keyLength = 32;
const signatureLength = 64;
const dash = '\u2014';

const isName = (name: string): boolean => name !== '' && !/[\s+]/u.test(name);

const keyHashOf = ({ name, publicKey }: Verifier): string =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ed25519), publicKey])).slice(0, 8);

/** Bytes of exact base64: what decoding would overlook is refused, so that a note has one spelling. */
const bytesOf = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
};

/** A text signed under a name. The text must end with a line feed. */
export const signedNote = (
  { name, publicKey }: Verifier,
  text: string,
  sign: (message: Uint8Array) => Uint8Array,
): string => {
  if (!isName(name)) throw new NotANote(`«${name}» cannot sign a note: a name has no blank and no plus sign`);
  if (!text.endsWith('\n')) throw new NotANote('the text of a note ends with a line feed');
  const keyHash = Buffer.from(keyHashOf({ name, publicKey }), 'hex');
  const signed = Buffer.concat([keyHash, sign(Buffer.from(text))]).toString('base64');
  return `${text}\n${dash} ${name} ${signed}\n`;
};

const signatureOf = (line: string): NoteSignature => {
  const [mark, name = '', encoded = '', ...more] = line.split(' ');
  const bytes = bytesOf(encoded);
  if (mark !== dash || !isName(name) || more.length > 0 || bytes === undefined || bytes.length < 5)
    throw new NotANote(`«${line}» is no line of a signature`);
  return { name, keyHash: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
};

/** Reads a note; throws {@link NotANote}. Whether a signature is right is another question: {@link isSignedBy}. */
export const readNote = (note: string): SignedNote => {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw new NotANote('a note is a text, an empty line, and lines of signatures');
  const lines = note.slice(end + 2, -1).split('\n');
  return { text: note.slice(0, end + 1), signatures: lines.map(signatureOf) };
};

/** The head of every Ed25519 public key in its usual envelope (RFC 8410), before the 32 bytes. */
const envelope = Buffer.from('302a300506032b6570032100', 'hex');

/** Whether a note carries a right signature of this verifier; of others it may carry as many as it wants. */
export const isSignedBy = ({ text, signatures }: SignedNote, verifier: Verifier): boolean => {
  const own = signatures.filter(({ name, keyHash }) => name === verifier.name && keyHash === keyHashOf(verifier));
  if (own.length === 0) return false;
  const key = createPublicKey({
    ...{ key: Buffer.concat([envelope, verifier.publicKey]), format: 'der', type: 'spki' },
  });
  return own.every(
    ({ signature }) => signature.length === signatureLength && verify(null, Buffer.from(text), key, signature),
  );
};

/** A verifier as one line to be published: name, hash and key. */
export const verifierKey = (verifier: Verifier): string => {
  const encoded = Buffer.concat([Buffer.of(ed25519), verifier.publicKey]).toString('base64');
  return `${verifier.name}+${keyHashOf(verifier)}+${encoded}`;
};

/** Reads a published verifier; throws {@link NotANote}. */
export const readVerifierKey = (line: string): Verifier => {
  const [, name = '', keyHash, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(line.trim()) ?? [];
  const bytes = bytesOf(encoded);
  const verifier = { name, publicKey: new Uint8Array(bytes?.subarray(1) ?? []) };
  if (!isName(name) || bytes?.[0] !== ed25519 || bytes.length !== keyLength + 1 || keyHashOf(verifier) !== keyHash)
    throw new NotANote(`«${line.trim()}» is no verifier key (name+hash+key)`);
  return verifier;
};
