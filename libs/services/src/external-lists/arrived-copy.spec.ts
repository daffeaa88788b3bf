import PostalMime from 'postal-mime';
import { foundIn, letterOf, type Found, type Trust } from './arrived-copy.js';

const mx = 'mx.exemple.test';
const trust: Trust = { ownDomain: 'exemple.test', authservId: mx };
const came = (headers: readonly string[], from = 'lille@exemple.test') =>
  PostalMime.parse([...headers, `From: ${from}`, 'Subject: [e] Lettre', '', 'Bonjour'].join('\r\n'));
const found = async (said: readonly string[], by: Trust = trust, from?: string): Promise<Found> =>
  foundIn(
    await came(
      said.map((one) => `Authentication-Results: ${one}`),
      from,
    ),
    by,
  );

describe('a copy that came back over a list', () => {
  it.each<[string, string[], Partial<Found>]>([
    ['holds its signature', [`${mx}; dkim=pass header.d=exemple.test`], { dkim: 'pass', aligned: true }],
    ['lost it', [`${mx}; dkim=fail header.d=exemple.test`], { dkim: 'fail', aligned: false }],
    [
      'has one of the list beside ours, which is broken',
      [`${mx}; dkim=fail header.i=@exemple.test; dkim=pass header.i=@listes.test`],
      { dkim: 'fail', aligned: false },
    ],
    ['has one of the list alone', [`${mx}; dkim=pass header.d=listes.test`], { dkim: 'pass', aligned: false }],
    [
      'passes DMARC whatever became of it',
      [`${mx}; dkim=fail header.d=exemple.test; dmarc=pass (p=reject)`],
      { aligned: true },
    ],
    ['fails DMARC', [`${mx}; dkim=pass header.d=exemple.test; dmarc=fail`], { dkim: 'pass', aligned: false }],
    ['comes from a server of its sender', [`${mx}; spf=pass smtp.mailfrom=x@exemple.test`], { aligned: true }],
    ['comes from the list’s server', [`${mx}; spf=pass smtp.mailfrom=listes.test`], { dkim: 'none', aligned: false }],
    [
      'was told of in two headers',
      [`${mx}; spf=pass smtp.mailfrom=l.test`, `${mx}; dkim=pass header.d=exemple.test`],
      { dkim: 'pass' },
    ],
    [
      'was told of with comments',
      [`${mx} 1; dkim=pass (2048-bit (rsa); ok) header.d="exemple.test"`],
      { dkim: 'pass', aligned: true },
    ],
    ['is of a subdomain', [`${mx}; dkim=pass header.d=lettres.exemple.test`], { dkim: 'pass', aligned: true }],
  ])('%s', async (_what, said, expected) => expect(await found(said)).toMatchObject(expected));

  it.each([
    ['another server', ['mx.listes.test; dkim=pass header.d=exemple.test; dmarc=pass']],
    ['a name that only begins like it', [`${mx}.listes.test; dkim=pass header.d=exemple.test`]],
    [
      'ours, further down than what it says itself',
      [`${mx}; dkim=fail header.d=exemple.test; dmarc=fail`, `${mx}; dkim=pass header.d=exemple.test; dmarc=pass`],
    ],
  ])('is not believed what is said of it by %s', async (_who, said) => {
    const { dkim, aligned } = await found(said);
    expect([dkim === 'pass', aligned]).toEqual([false, false]);
  });

  it('has nobody to believe where the settings name none', async () => {
    const said = [`${mx}; dkim=pass header.d=exemple.test; dmarc=pass`];
    expect(await found(said, { ownDomain: 'exemple.test' })).toMatchObject({ dkim: 'none', aligned: false });
  });

  it('tells what the list calls itself, and the subject as it came', async () => {
    const listed = foundIn(await came(['List-Id: =?utf-8?q?=C3=89changes?= <echanges.listes.test>']), trust);
    expect(listed).toMatchObject({ listId: 'echanges.listes.test', subject: '[e] Lettre' });
    expect(foundIn(await came([`List-Id: ${'x'.repeat(900)}`]), trust).listId).toHaveLength(200);
    expect((await found([])).listId).toBeNull();
  });

  it('names its letter, and what others wrote names none', async () => {
    const letter = 'a'.repeat(43);
    expect(letterOf(await came([`Message-ID: <${letter}@relais.test>`]))).toBe(letter);
    expect(letterOf(await came(['Message-ID: <20261125@exemple.test>']))).toBeUndefined();
    expect(letterOf(await came([]))).toBeUndefined();
  });
});
