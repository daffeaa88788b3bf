import { documentInWords } from '../testing/in-words.js';

const change = {
  type: 'edit',
  ns: 0,
  title: 'Bal',
  pageid: 4,
  revid: 9,
  timestamp: '2026-11-01T10:00:00Z',
  comment: 'x',
};
const answer = (changes: unknown, more: object = {}): string =>
  JSON.stringify({ batchcomplete: '', ...more, query: { recentchanges: changes } });

describe('what a MediaWiki answers, by its versions', () => {
  it.each([
    ['version 1: what is true is an empty text', answer([{ ...change, minor: '', new: '' }])],
    ['version 2', answer([{ ...change, minor: true, bot: false, tags: [], sha1: 'x' }], { batchcomplete: true })],
    ['more of it to come', answer([change], { continue: { rccontinue: '20261101|9', continue: '-||' } })],
    ['a comment that was hidden', answer([{ ...change, comment: undefined, commenthidden: '' }])],
    ['a page as a text', answer([{ ...change, pageid: '4', ns: '0' }])],
    ['two changes of a page', answer([change, { ...change, revid: 8, timestamp: '2026-10-01T10:00:00Z' }])],
    ['limits beside it', answer([change], { limits: { recentchanges: 500 } })],
  ])('is read: %s', async (_what, body) => {
    expect(await documentInWords(body)).toEqual(['undated: Bal']);
  });

  it.each([
    ['version 1', { warnings: { recentchanges: { '*': 'Unrecognized value' } } }],
    ['version 2', { warnings: { recentchanges: { warnings: 'Unrecognized value' } } }],
    ['in a list', { warnings: [{ code: 'x', text: 'Unrecognized value', module: 'recentchanges' }] }],
  ])('is read with what it warns of: %s', async (_what, more) => {
    expect(await documentInWords(answer([change], more))).toEqual([
      'undated: Bal',
      '! warnings.recentchanges: Unrecognized value',
    ]);
  });

  it.each([
    ['version 1', { error: { code: 'badvalue', info: 'Unrecognized value', docref: 'See …' } }],
    ['in a list', { errors: [{ code: 'badvalue', text: 'Unrecognized value' }], docref: 'See …', servedby: 'x' }],
  ])('is refused with the reason: %s', async (_what, body) => {
    expect(await documentInWords(JSON.stringify(body))).toEqual([
      'refused: MediaWiki: no recent changes: Unrecognized value',
    ]);
  });
});
