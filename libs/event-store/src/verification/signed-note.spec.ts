import { generateKeyPairSync, sign } from 'node:crypto';
import { checkpointText, readCheckpoint, readCheckpoints } from './checkpoint-note.js';
import { isSignedBy, NotANote, readNote, readVerifierKey, signedNote, verifierKey } from './signed-note.js';

const newKey = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    verifier: (name: string) => ({ name, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) }),
    sign: (message: Uint8Array): Uint8Array => sign(null, message, privateKey),
  };
};
const own = newKey();
const hub = own.verifier('relais.example/journal');
const fixed = { size: 1_000, hash: 'ab'.repeat(32) };
const text = checkpointText(hub.name, fixed);
const note = signedNote(hub, text, own.sign);

describe('a signed note', () => {
  it('is read, and its key, as others make them: the example of their specification', () => {
    const others =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
      '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
    const key = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect(isSignedBy(readNote(others), readVerifierKey(key))).toBe(true);
    expect(verifierKey(readVerifierKey(key))).toBe(key);
  });

  it('is signed by whoever signed it, under that name, and by nobody else', () => {
    const read = readNote(note);
    expect(read.text).toBe(text);
    expect(isSignedBy(read, hub)).toBe(true);
    expect(isSignedBy(read, { ...hub, name: 'other.example/journal' })).toBe(false);
    expect(isSignedBy(read, newKey().verifier(hub.name))).toBe(false);
  });

  it('may be signed by others as well', () => {
    const witness = newKey();
    const more = signedNote(witness.verifier('witness.example'), text, witness.sign).slice(text.length + 1);
    for (const both of [note + more, `${text}\n${more}${note.slice(text.length + 1)}`])
      expect(isSignedBy(readNote(both), hub)).toBe(true);
  });

  it('is signed no more once a byte of its text or of its signature is another', () => {
    for (let at = 0; at < note.length; at++) {
      const altered = `${note.slice(0, at)}${note[at] === 'x' ? 'y' : 'x'}${note.slice(at + 1)}`;
      const isGood = (): boolean => isSignedBy(readNote(altered), hub);
      try {
        expect([at, isGood()]).toEqual([at, false]);
      } catch (error) {
        expect(error).toBeInstanceOf(NotANote);
      }
    }
  });

  it.each([
    '',
    '\n',
    'text',
    'text\n',
    'text\n\n',
    'text\n\nname x08g\n',
    'text\n\n\u2014 name\n',
    'text\n\n\u2014 name !!!!\n',
  ])('is not %j', (other) => {
    expect(() => readNote(other)).toThrow(NotANote);
  });

  it('has one spelling: bits that decoding overlooks are refused', () => {
    const end = note.lastIndexOf('=\n') - 1;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const other = alphabet[alphabet.indexOf(note[end] ?? '') ^ 1] ?? '';
    const respelt = `${note.slice(0, end)}${other}${note.slice(end + 1)}`;
    const bytes = (text: string): Buffer => Buffer.from(text.trimEnd().split(' ').at(-1) ?? '', 'base64');
    expect(bytes(respelt)).toEqual(bytes(note));
    expect(() => readNote(respelt)).toThrow(NotANote);
  });

  it('is not signed under a name that its line could not hold', () => {
    for (const name of ['', 'a b', 'a+b', 'a\nb'])
      expect(() => signedNote({ ...hub, name }, text, own.sign)).toThrow(NotANote);
    expect(() => signedNote(hub, 'no end', own.sign)).toThrow(NotANote);
  });

  it('has a key that is refused once a character of it is another', () => {
    const key = verifierKey(hub);
    expect(readVerifierKey(key)).toEqual({ name: hub.name, publicKey: new Uint8Array(hub.publicKey) });
    for (let at = 0; at < key.length; at++)
      expect(() => readVerifierKey(`${key.slice(0, at)}${key[at] === 'b' ? 'c' : 'b'}${key.slice(at + 1)}`)).toThrow(
        NotANote,
      );
  });
});

describe('a checkpoint', () => {
  it('says the log, how many events it has, and the hash of its chain', () => {
    expect(text).toBe(`relais.example/journal\n1000\n${Buffer.from(fixed.hash, 'hex').toString('base64')}\n`);
    expect(readCheckpoint(note)).toMatchObject({ origin: 'relais.example/journal', ...fixed, note });
  });

  it.each([
    '',
    'relais.example\n1\n',
    'relais.example\n01\nq6s=\n',
    'relais.example\n-1\n',
    'relais.example\n1\nqw==\n',
    '\n1\nqw==\n',
  ])('is not %j, signed or not', (other) => {
    expect(() => readCheckpoint(signedNote(hub, other === '' ? '\n' : other, own.sign))).toThrow(NotANote);
  });

  it('is found among others, however many lines lie between them', () => {
    const second = signedNote(hub, checkpointText(hub.name, { ...fixed, size: 2_000 }), own.sign);
    for (const all of [
      `${note}\n${second}`,
      `${note}${second}`,
      `\n\n${note}\n\n\n${second}\n`,
      `${note}\n${second}`.replaceAll('\n', '\r\n'),
    ])
      expect(readCheckpoints(all).map(({ size }) => size)).toEqual([1_000, 2_000]);
    expect(readCheckpoints('')).toEqual([]);
    expect(() => readCheckpoints(`${note}\nand something else\n`)).toThrow(NotANote);
  });
});
