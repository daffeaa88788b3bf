import type { AdminId, Basis, ItemKey, RulingId, SourceId } from '@relais/vocabulary';
import type { Verdict } from './ruling.js';
import { StandingRulings } from './standing-rulings.js';

const by = 'secretariat' as AdminId;
const pairOf = (letters: string) =>
  [...letters].map((item): Basis => ({ source: 'wiki' as SourceId, item: item as ItemKey })) as unknown as readonly [
    Basis,
    Basis,
  ];
/** `same ab`, `apart bc`, …: rulings named after themselves. */
const standing = (...said: string[]): StandingRulings => {
  const rulings = new StandingRulings();
  for (const one of said) {
    const [verdict, letters = ''] = one.split(' ') as [Verdict, string];
    const data = { ruling: one as RulingId, verdict, announcements: pairOf(letters), by };
    rulings.evolve({ type: 'ruling.made', data });
  }
  return rulings;
};
const against = (rulings: StandingRulings, verdict: Verdict, letters: string): string[] =>
  rulings.against({ verdict, announcements: pairOf(letters) }).map(({ ruling }) => ruling);
const holding = (rulings: StandingRulings): string[] => rulings.effective().map(({ ruling }) => ruling);

describe('rulings that stand', () => {
  it('are those that were made and not revoked, in their order', () => {
    const rulings = standing('same ab', 'apart bc', 'same cd');
    rulings.evolve({ type: 'ruling.revoked', data: { ruling: 'apart bc' as RulingId, by } });
    expect(rulings.all().map(({ ruling }) => ruling)).toEqual(['same ab', 'same cd']);
  });

  it('contradict what cannot hold with them, each way round', () => {
    const rulings = standing('same ab', 'same bc', 'apart cd', 'same ef');
    expect(against(rulings, 'apart', 'ac')).toEqual(['same ab', 'same bc']);
    expect(against(rulings, 'apart', 'ba')).toEqual(['same ab']);
    expect(against(rulings, 'same', 'ad')).toEqual(['apart cd', 'same bc', 'same ab']);
    expect(against(rulings, 'same', 'da')).toEqual(['apart cd', 'same bc', 'same ab']);
    expect(against(rulings, 'same', 'ae')).toEqual([]);
    expect(against(rulings, 'apart', 'ae')).toEqual([]);
    expect(against(rulings, 'same', 'ac')).toEqual([]);
  });

  it('hold all of them, or the later where two contradict one another all the same', () => {
    expect(holding(standing('same ab', 'apart bc'))).toEqual(['same ab', 'apart bc']);
    expect(holding(standing('same ab', 'apart ba', 'same cd'))).toEqual(['apart ba', 'same cd']);
    expect(holding(standing('apart ac', 'same ab', 'same bc'))).toEqual(['same ab', 'same bc']);
  });
});
