import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterCode, type LetterId } from '@relais/vocabulary';
import { KeyRing } from '../keys/key-ring.js';
import { returnAddress, returnOf } from './verp.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-return-'));
const ringOf = (name: string): KeyRing =>
  KeyRing.open({ keyFile: join(folder, `${name}.key`), database: join(folder, `${name}.db`) });
const [keys, others] = [ringOf('one'), ringOf('other')];
afterAll(async () => {
  await Promise.all([keys.close(), others.close()]);
  rmSync(folder, { recursive: true });
});

const code = letterCode(keys.lookup('letter 1') as LetterId);
const address = returnAddress(keys, 'exemple.test', 'bounce', code);

describe('an address that letters come back to', () => {
  it('names what it was made for, whatever a server made of its case', () => {
    expect(address).toMatch(/^rebond\+[a-z2-7]{24}\.[a-z2-7]{10}@exemple\.test$/);
    expect(returnOf(keys, address)).toEqual({ kind: 'bounce', code });
    expect(returnOf(keys, address.toUpperCase())).toEqual({ kind: 'bounce', code });
  });

  it('is the same each time, and another for another use', () => {
    expect(returnAddress(keys, 'exemple.test', 'bounce', code)).toBe(address);
    expect(returnOf(keys, address.replace('rebond', 'quitter'))).toBeUndefined();
    expect(returnOf(keys, address.replace('rebond', 'toString'))).toBeUndefined();
  });

  it('is made by nobody else', () => {
    expect(returnOf(others, address)).toBeUndefined();
    for (let at = address.indexOf('+') + 1; at < address.indexOf('@'); at++) {
      const forged = `${address.slice(0, at)}${address[at] === 'a' ? 'b' : 'a'}${address.slice(at + 1)}`;
      expect([at, returnOf(keys, forged)]).toEqual([at, undefined]);
    }
  });

  it.each(['', '@', 'rebond@exemple.test', 'rebond+@exemple.test', `rebond+${'a'.repeat(24)}@exemple.test`])(
    'is not %j',
    (other) => {
      expect(returnOf(keys, other)).toBeUndefined();
    },
  );
});
