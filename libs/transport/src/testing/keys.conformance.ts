import { createPublicKey, verify } from 'node:crypto';
import type { PersonId } from '@relais/vocabulary';
import type { Keys } from '../keys/keys.js';

/** A place for keys, and the rings that share it. */
export type Safe = Readonly<{
  /** Opens it, as a process that starts does. */
  open(): Promise<Keys>;
  close(): Promise<void>;
}>;

/** The head of an Ed25519 public key in its envelope. */
const ed25519 = Buffer.from('302a300506032b6570032100', 'hex');
const alice = 'person-alice' as PersonId;
const bob = 'person-bob' as PersonId;
const nobody = 'person-nobody' as PersonId;

/** A text with one character of it changed. */
const spoilt = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

/** What every keeper of keys must do. An adapter's spec is one call of this. */
export const describeKeys = (name: string, make: () => Promise<Safe>): void => {
  describe(`${name} as a keeper of keys`, () => {
    let safe: Safe;
    let keys: Keys;
    beforeEach(async () => {
      safe = await make();
      keys = await safe.open();
    });
    afterEach(async () => {
      await keys.close();
      await safe.close();
    });

    it.each(['alice@exemple.test', '', 'Œuvre « à » 𝄞\n\0', 'x'.repeat(100_000)])(
      'opens what it sealed %#, and shows nothing of it before',
      async (text) => {
        const sealed = await keys.seal(alice, text);
        expect(sealed).toMatch(/^[\w-]+$/);
        expect(Buffer.from(sealed, 'base64url').includes('exemple')).toBe(false);
        expect(await keys.open(alice, sealed)).toBe(text);
      },
    );

    it('seals the same text differently each time', async () => {
      expect(await keys.seal(alice, 'x')).not.toBe(await keys.seal(alice, 'x'));
    });

    it('opens after a restart what was sealed before', async () => {
      const sealed = await keys.seal(alice, 'alice@exemple.test');
      await keys.close();
      keys = await safe.open();
      expect(await keys.open(alice, sealed)).toBe('alice@exemple.test');
    });

    it('opens nothing of one person as another’s', async () => {
      const sealed = await keys.seal(alice, 'alice@exemple.test');
      expect(await keys.open(bob, sealed)).toBeUndefined();
      await keys.seal(bob, 'bob@exemple.test');
      await expect(keys.open(bob, sealed)).rejects.toThrow();
    });

    it('refuses to open what was tampered with, wherever', async () => {
      const sealed = await keys.seal(alice, 'alice@exemple.test');
      for (let at = 0; at < sealed.length - 1; at++)
        await expect(keys.open(alice, spoilt(sealed, at))).rejects.toThrow();
    });

    it('refuses to open what was cut off, wherever', async () => {
      const sealed = await keys.seal(alice, '');
      for (let length = 0; length < sealed.length - 1; length++)
        await expect(keys.open(alice, sealed.slice(0, length))).rejects.toThrow();
    });

    it('opens nothing any more of a person whose key was destroyed, and seals nothing', async () => {
      const [ofAlice, ofBob] = [await keys.seal(alice, 'alice@exemple.test'), await keys.seal(bob, 'bob@exemple.test')];
      await keys.destroy(alice);
      expect(await keys.open(alice, ofAlice)).toBeUndefined();
      await expect(keys.seal(alice, 'again')).rejects.toThrow('was destroyed');
      expect(await keys.open(bob, ofBob)).toBe('bob@exemple.test');
    });

    it('destroys for ever: over a restart, twice, and before anything was sealed', async () => {
      await keys.destroy(alice);
      await keys.destroy(alice);
      await keys.close();
      keys = await safe.open();
      await expect(keys.seal(alice, 'x')).rejects.toThrow('was destroyed');
      expect(await keys.open(alice, 'x')).toBeUndefined();
    });

    it('destroys the keys of several at once, and says whose were there', async () => {
      const [ofAlice, ofBob] = [await keys.seal(alice, 'alice@exemple.test'), await keys.seal(bob, 'bob@exemple.test')];
      expect(await keys.destroy(alice, nobody)).toEqual([alice]);
      expect(await keys.destroy(nobody, alice, bob)).toEqual([bob]);
      expect(await Promise.all([keys.open(alice, ofAlice), keys.open(bob, ofBob)])).toEqual([undefined, undefined]);
      await expect(keys.seal(nobody, 'x')).rejects.toThrow('was destroyed');
      expect(await keys.destroy()).toEqual([]);
    });

    it('seals for many at once as for one, in their order', async () => {
      const texts = Array.from({ length: 300 }, (_, n) => ({
        person: `person-${n % 200}` as PersonId,
        plaintext: `${n}`,
      }));
      const sealed = await keys.sealAll(texts);
      expect(await Promise.all(texts.map(({ person }, n) => keys.open(person, sealed[n] ?? '')))).toEqual(
        texts.map(({ plaintext }) => plaintext),
      );
      expect(await keys.sealAll([])).toEqual([]);
    });

    it('seals for none of many where the key of one was destroyed, and makes none a key', async () => {
      await keys.destroy(nobody);
      const all = [alice, nobody, bob].map((person) => ({ person, plaintext: 'x' }));
      await expect(keys.sealAll(all)).rejects.toThrow('was destroyed');
      expect(await keys.destroy(alice, bob)).toEqual([]);
    });

    it('has one key for a person whom two processes meet at once', async () => {
      const other = await safe.open();
      const sealed = await Promise.all([keys.seal(alice, 'by one'), other.seal(alice, 'by the other')]);
      expect(await keys.open(alice, sealed[1])).toBe('by the other');
      expect(await other.open(alice, sealed[0])).toBe('by one');
      await other.destroy(alice);
      expect(await keys.open(alice, sealed[0])).toBeUndefined();
      await other.close();
    });

    it('finds an address again however it is written, and tells nothing of it', () => {
      const lookup = keys.lookup('Zoé@Exemple.test');
      expect(keys.lookup('zoe\u0301@exemple.TEST')).toBe(lookup);
      expect(keys.lookup('zoe@exemple.test')).not.toBe(lookup);
      expect(lookup).toMatch(/^[\w-]{43}$/);
    });

    it('gives the same lookups and tokens after a restart', async () => {
      const before = [keys.lookup('alice@exemple.test'), keys.token('leave', 'subscription-1')];
      await keys.close();
      keys = await safe.open();
      expect([keys.lookup('alice@exemple.test'), keys.token('leave', 'subscription-1')]).toEqual(before);
    });

    it.each(['subscription-1', '', 'a.b', 'Œuvre 𝄞', 'a\0b', '\ufffd', 'x'.repeat(1_000)])(
      'knows the id of a token: %j',
      (id) => {
        const token = keys.token('leave', id);
        expect(token).toMatch(/^[\w-]*\.[\w-]+$/);
        expect(keys.verify('leave', token)).toBe(id);
      },
    );

    it('knows no token that was made for something else', () => {
      const token = keys.token('confirm', 'subscription-1');
      for (const purpose of ['leave', '', 'Confirm', 'confirm ', 'token confirm'])
        expect(keys.verify(purpose, token)).toBeUndefined();
    });

    it('knows no token that somebody made up, changed, cut off or added to', () => {
      const token = keys.token('leave', 'subscription-1');
      for (let at = 0; at < token.length; at++) {
        expect(keys.verify('leave', spoilt(token, at))).toBeUndefined();
        expect(keys.verify('leave', token.slice(0, at))).toBeUndefined();
      }
      const [id = '', mac = ''] = token.split('.');
      for (const other of [
        '',
        '.',
        `${id}.`,
        `.${mac}`,
        `${token}.`,
        `${token}.x`,
        `${token}=`,
        `${token} `,
        `!${token}`,
      ])
        expect(keys.verify('leave', other)).toBeUndefined();
      expect(keys.verify('leave', `${keys.token('leave', 'subscription-2').split('.')[0]}.${mac}`)).toBeUndefined();
    });

    it('signs in the hub’s name what the public half of its key can check, and nothing else', () => {
      const { publicKey, sign } = keys.signer('journal');
      const message = Buffer.from('so far');
      const signature = sign(message);
      const checked = (text: string, key: Uint8Array): boolean =>
        verify(
          null,
          Buffer.from(text),
          createPublicKey({ key: Buffer.concat([ed25519, key]), format: 'der', type: 'spki' }),
          signature,
        );
      expect([publicKey.length, signature.length]).toEqual([32, 64]);
      expect(checked('so far', publicKey)).toBe(true);
      expect(checked('so fat', publicKey)).toBe(false);
      expect(checked('so far', keys.signer('letters').publicKey)).toBe(false);
    });

    it('signs by the same key after a restart, and gives nothing else of it away', async () => {
      const before = keys.signer('journal');
      expect(Object.keys(before).sort()).toEqual(['publicKey', 'sign']);
      await keys.close();
      keys = await safe.open();
      const after = keys.signer('journal');
      expect(after.publicKey).toEqual(before.publicKey);
      expect(after.sign(Buffer.from('x'))).toEqual(before.sign(Buffer.from('x')));
    });

    it('knows no token whose id is no text', () => {
      const bytes = Buffer.from([0xff, 0xfe, 0x80]);
      const [, mac] = keys.token('leave', bytes.toString()).split('.');
      expect(keys.verify('leave', `${bytes.toString('base64url')}.${mac}`)).toBeUndefined();
      expect(() => keys.token('leave', '\ud800')).toThrow('half a character');
    });
  });
};
