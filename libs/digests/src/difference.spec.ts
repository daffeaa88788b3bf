import type { GatheringFact, IssueContent } from '@relais/digest';
import type { GatheringId } from '@relais/vocabulary';
import { issueDifference } from './difference.js';

const gathering = (id: string, more: Partial<GatheringFact> = {}): GatheringFact => ({
  ...{ gathering: id as GatheringId, city: 'Lille', title: `Rencontre ${id}` },
  ...more,
});
const issue = (content: Partial<IssueContent>): IssueContent => ({ upcoming: [], announced: [], news: [], ...content });
const titles = (facts: readonly Readonly<{ title: string }>[]): string[] => facts.map(({ title }) => title);

describe('the difference of two issues', () => {
  it('is nothing between an issue and itself', () => {
    const same = issue({ upcoming: [gathering('a')], news: [{ title: 'Une nouvelle', source: 'blog' }] });
    expect(issueDifference(same, structuredClone(same))).toEqual({ added: [], removed: [], changed: [] });
  });

  it('is everything where there was none before', () =>
    expect(titles(issueDifference(undefined, issue({ upcoming: [gathering('a')] })).added)).toEqual(['Rencontre a']));

  it('tells apart gatherings of one name by when they are', () => {
    const when = { kind: 'all-day', from: '2026-12-31', until: '2026-12-31' } as const;
    const after = issue({ upcoming: [gathering('a', { when }), gathering('b')] });
    expect(issueDifference(undefined, after).added.map((fact) => fact.when)).toEqual([when, undefined]);
  });

  it('names what is new, what is gone, and what of the rest is said otherwise', () => {
    const vote = { title: 'Budget', source: 'blog', link: 'https://blog.example/vote' };
    const before = issue({
      upcoming: [gathering('gone'), gathering('moved', { place: { name: 'Mairie' } }), gathering('off')],
      votes: [{ ...vote, closes: '2026-12-01T10:00:00Z' }],
    });
    const after = issue({
      upcoming: [gathering('moved', { place: { name: 'Gare' } }), gathering('off', { cancelled: true })],
      announced: [gathering('new')],
      votes: [{ ...vote, closes: '2026-12-08T10:00:00Z' }],
    });
    const { added, removed, changed } = issueDifference(before, after);
    expect([titles(added), titles(removed)]).toEqual([['Rencontre new'], ['Rencontre gone']]);
    expect(changed.map(({ title, parts }) => [title, parts])).toEqual([
      ['Rencontre moved', ['place']],
      ['Rencontre off', ['cancelled']],
      ['Budget', ['closes']],
    ]);
  });

  it('tells a fact once that stands in two parts of an issue', () =>
    expect(
      issueDifference(issue({}), issue({ upcoming: [gathering('a')], announced: [gathering('a')] })).added,
    ).toHaveLength(1));

  it('is not what a theme is called', () =>
    expect(
      issueDifference(issue({ upcoming: [gathering('a')] }), issue({ upcoming: [gathering('a', { themes: ['x'] })] }))
        .changed,
    ).toEqual([]));
});
