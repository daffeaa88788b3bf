import { defaultPreferences } from '@relais/mailing-list';
import { published } from '@relais/read-models/testing';
import type { AssemblyId } from '@relais/vocabulary';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import { filledHub, gatheringOf } from '../../testing/filled-hub.js';
import { now } from '../../testing/request.js';
import { expectedInWords, factsAMonth } from './expected.js';

const [lille, gent] = ['lille' as AssemblyId, 'gent' as AssemblyId];
const preferences = defaultPreferences({ city: lille, zone: 'Europe/Paris', language: 'fr' });
const newsOn = (n: number, day: string) =>
  published({
    item: `n${n}` as never,
    fields: { kind: 'news', title: `Nouvelle ${n}`, published: `${day}T10:00:00Z` },
  });

describe('what letters come to', () => {
  it('is counted from what became known over the last year, by city', async () => {
    const before = factsAMonth(await filledHub(), now, [lille]);
    const models = await filledHub(
      newsOn(1, '2026-11-01'),
      newsOn(2, '2025-11-25'),
      newsOn(3, '2025-11-20'),
      newsOn(4, '2026-12-24'),
    );
    const after = factsAMonth(models, now, [lille]);
    expect(Math.round((after.news - before.news) * 12)).toBe(2);
    expect(factsAMonth(models, now, [gent])).toEqual({ gatherings: 0, news: 0, votes: 0, minutes: 0 });
    expect(factsAMonth(models, now, 'all')).toEqual(after);
    expect(factsAMonth(models, now, [lille, gent])).toEqual(after);
  });

  it('is more where more happens, and none where nothing does', async () => {
    const models = await filledHub(...Array.from({ length: 60 }, (_, n) => newsOn(n, '2026-10-01')));
    const daily = { ...preferences, rhythm: { every: 'event' } } as const;
    expect(expectedInWords(models, now, daily, 'fr')).toMatch(/environ \d+ lettres par mois/u);
    expect(expectedInWords(models, now, { ...daily, cities: [gent] }, 'en')).toContain('no letter will come');
  });

  it.each([
    [
      'fr',
      ['aucune lettre ne viendra', 'moins d’une lettre par mois', 'environ une lettre par', 'environ 2 lettres par'],
    ],
    ['en', ['no letter will come', 'less than one letter a month', 'about one letter a', 'about 2 letters a month']],
    ['nl', ['er komt geen nieuwsbrief', 'minder dan één', 'ongeveer één nieuwsbrief', 'ongeveer 2 nieuwsbrieven']],
  ] as const)('is said in %s', (language, said) => {
    const sentences = [0, 0.4, 1.2, 2.1].map(wantedWords[language].expected);
    expect(sentences.map((sentence, index) => sentence.includes(said[index] ?? '?'))).toEqual([true, true, true, true]);
  });

  it('counts gatherings among the facts', async () => {
    const [one, other] = [await filledHub(), await filledHub(...gatheringOf('new'))];
    expect(factsAMonth(other, now, [lille]).gatherings).toBeGreaterThanOrEqual(
      factsAMonth(one, now, [lille]).gatherings,
    );
  });
});
