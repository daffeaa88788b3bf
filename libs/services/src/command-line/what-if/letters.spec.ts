import { join } from 'node:path';
import { readSettings } from '@relais/configuration';
import type { DigestEvent } from '@relais/digest';
import { digestLetter } from '@relais/digests';
import { MemoryEventStore } from '@relais/event-store';
import { Untriable } from '@relais/read-models';
import type { AssemblyId, IssueId, ListId } from '@relais/vocabulary';
import { repository } from '../../testing/index.js';
import { deploy } from '../../wiring/deploy.js';
import { letterDifferenceInWords } from './in-words.js';
import { letterMakerIn, supposeLetter, type LetterMaker } from './letters.js';

const deployment = deploy(readSettings({ RELAIS_CONFIG: join(repository, 'relais.yaml') }));

const composed = (month: number, list = 'info-lille', assembly = 'lille'): DigestEvent => ({
  type: 'digest.composed',
  data: {
    ...{ issue: `${list}-2026-${month}` as IssueId, list: list as ListId, assembly: assembly as AssemblyId },
    ...{ date: `2026-${month}-15`, period: { since: null, until: `2026-${month}-15T08:00:00Z` } },
    ...{ position: '40', template: 1, hash: 'f00d' },
    content: { upcoming: [], announced: [], news: [{ title: 'Article 1', source: 'Blog' }] },
  },
});

const supposed = async (make: LetterMaker, most = 3, events = [composed(10), composed(11)]) => {
  const log = new MemoryEventStore();
  await log.append('digests', events, 'any');
  return supposeLetter(log, deployment, make, most);
};

describe('another letter, tried on the last issues', () => {
  it('differs line by line, in each language', async () => {
    const { letters, differences } = await supposed((issue) => {
      const ours = digestLetter(issue);
      return { ...ours, text: ours.text.replace('* Article 1', '+ Article 1\n  (new)') };
    });
    expect(letters).toBe(6);
    expect(differences.map(({ issue, language }) => `${issue} ${language}`)).toEqual([
      ...['info-lille-2026-11 fr', 'info-lille-2026-11 en', 'info-lille-2026-11 nl'],
      ...['info-lille-2026-10 fr', 'info-lille-2026-10 en', 'info-lille-2026-10 nl'],
    ]);
    expect(differences[0]).toEqual({
      ...{ issue: 'info-lille-2026-11', language: 'fr', html: false },
      text: [
        { sign: '-', line: '* Article 1 · Blog' },
        { sign: '+', line: '+ Article 1' },
        { sign: '+', line: '  (new) · Blog' },
      ],
    });
  });

  it('says a subject or an HTML that is other', async () => {
    const { differences } = await supposed((issue) => ({
      ...{ ...digestLetter(issue), subject: 'Bonjour' },
      html: '<p>{{leave}}</p>',
    }));
    expect(differences[0]).toMatchObject({ subject: { after: 'Bonjour' }, text: [], html: true });
    const [first = ''] = differences.map(letterDifferenceInWords);
    expect(first).toMatch(/^info-lille-2026-11 \(fr\), its HTML too\n {2}subject: «.*Lille.*» → «Bonjour»$/);
  });

  it('is no difference where it is ours', async () => {
    expect(await supposed(digestLetter)).toEqual({ letters: 6, differences: [] });
  });

  it('is tried on so many issues of each list, and on those of lists that are no more', async () => {
    const events = [composed(9), composed(10), composed(11), composed(11, 'old-list', 'old-city')];
    const { letters, differences } = await supposed(
      ({ city }) => ({ subject: city, text: city, html: city }),
      2,
      events,
    );
    expect(letters).toBe(9);
    expect(differences.map(({ issue, subject }) => [issue, subject?.after])).toEqual([
      ...Array(3).fill(['old-list-2026-11', 'old-city']),
      ...Array(3).fill(['info-lille-2026-11', 'Lille']),
      ...Array(3).fill(['info-lille-2026-10', 'Lille']),
    ]);
  });

  it.each<[string, LetterMaker, string]>([
    [
      'fails',
      () => {
        throw new Error('no such member');
      },
      'no such member',
    ],
    ['is none', () => 'a letter' as never, 'it is no object with a subject, html and text'],
    [
      'looks at a clock',
      (issue) => ({ ...digestLetter(issue), subject: `${new Date().getFullYear()}` }),
      'it is another letter the second time',
    ],
    [
      'leaves a slot open',
      (issue) => ({ ...digestLetter(issue), text: '{{name}}' }),
      'the letter has no «name» to put in',
    ],
  ])('is refused with one line where it %s', async (_what, make, why) => {
    const trial = supposed(make);
    await expect(trial).rejects.toThrow(Untriable);
    await expect(trial).rejects.toThrow(`the letter of info-lille-2026-11 (fr) cannot be made: ${why}`);
  });

  it('is the function that a module exports', () => {
    expect(letterMakerIn({ digestLetter, other: 1 }, 'a.js')).toBe(digestLetter);
    expect(letterMakerIn({ default: digestLetter }, 'a.js')).toBe(digestLetter);
    expect(() => letterMakerIn({ digestLetter: 'x' }, 'a.js')).toThrow('a.js exports no letter');
  });
});
