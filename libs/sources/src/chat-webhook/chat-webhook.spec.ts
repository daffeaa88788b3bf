import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';

const read = async (...messages: object[]) => (await readDocument(fetched(JSON.stringify(messages)))).document.reports;
const keyOf = async (text: string) => (await read({ text, username: 'Loomio' }))[0]?.item;

describe('the identity of a message', () => {
  it.each([
    ['https://loomio.test/d/a1B2c3D4/budget?utm_medium=webhook', 'https://loomio.test/d/a1B2c3D4'],
    ['https://loomio.test/d/a1B2c3D4/un-titre-change', 'https://loomio.test/d/a1B2c3D4'],
    ['https://loomio.test/p/Zz9Yy8Xx?discussion_reader_token=secret', 'https://loomio.test/p/Zz9Yy8Xx'],
    ['https://loomio.test/d/a1B2c3D4/comment/77', 'https://loomio.test/d/a1B2c3D4/comment/77'],
    ['https://loomio.test/d/a1B2c3D4/budget/12', 'https://loomio.test/d/a1B2c3D4/-/12'],
    ['https://forum.test/t/42?utm_source=x&page=2#fin', 'https://forum.test/t/42?page=2'],
  ])('is the link in its text, without what is about the reader: %s', async (url, key) => {
    expect(await keyOf(`Voir [le sujet](${url}) !`)).toBe(key);
    expect(await keyOf(`Voir <${url}|le sujet>`)).toBe(key);
    expect(await keyOf(`Voir ${url}.`)).toBe(key);
  });

  it('is the thread that it is about, and not what it quotes', async () => {
    expect(await keyOf('Lire https://ailleurs.test/a dans https://loomio.test/d/a1B2c3D4/x')).toBe(
      'https://loomio.test/d/a1B2c3D4',
    );
  });

  it('is the same for two messages about one vote', async () => {
    const opened = await keyOf('**[Date](https://loomio.test/p/Zz9Yy8Xx/date)** est ouvert');
    const closing = await keyOf(
      'Plus que 24 h : [Date de la plénière](https://loomio.test/p/Zz9Yy8Xx/date-de-la-pleniere)',
    );
    expect(closing).toBe(opened);
  });

  it('keeps no token of a reader in what is recorded', async () => {
    const [report] = await read({
      text: '[A](https://loomio.test/p/Zz9Yy8Xx?discussion_reader_token=secret)',
      username: 'x',
    });
    expect(report?.fields).toEqual({
      ...{ kind: 'news', title: 'A', link: 'https://loomio.test/p/Zz9Yy8Xx' },
      summary: '<a href="https://loomio.test/p/Zz9Yy8Xx" rel="nofollow ugc noopener">A</a>',
    });
  });
});
