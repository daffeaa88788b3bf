import type { Diff, ReplayState } from '@relais/read-models';
import { projected } from '@relais/read-models/testing';
import type { AdminId, Language } from '@relais/vocabulary';
import { renderPage } from '../../layout/document.js';
import type { PageResponse } from '../../page.js';
import { filledHub } from '../../testing/filled-hub.js';
import { byClass, elements, mainText, textOf } from '../../testing/rendered.js';
import { requestOf, stylesheet } from '../../testing/request.js';
import type { ConsoleRequest } from '../frame.js';
import { generationPage, liveState, planPage, replayPage, type GenerationSeen, type ReplaySeen } from './index.js';

const made = '2026-11-24T08:00:00Z';
const generation = (number: number, more: Partial<GenerationSeen> = {}): GenerationSeen => ({
  ...{ generation: number, shown: false, bytes: 48_000_000, made, position: '200000', rows: 1_234 },
  ...more,
});
const shown = generation(6, { shown: true });
const running: ReplayState = {
  ...{ phase: 'reading', position: '84000', head: '200000', eventsPerSecond: 41_000, secondsLeft: 130 },
  ...{ since: made, projections: ['agenda', 'news'], paused: false },
};
const result = {
  ...{ generation: 7, position: '200000', events: 200_000, seconds: 4.8, changed: true, shown: false, outbound: 0 },
};
const basis: ReplaySeen = {
  ...{ generations: [shown], projector: {}, projections: ['agenda', 'news', 'sources'], chosen: [] },
  ...{ today: '2026-11-24', script: '/rejeu-abc.js' },
};

const html = async (of: (request: ConsoleRequest) => PageResponse, language: Language = 'fr'): Promise<string> => {
  const request = { ...requestOf(await filledHub(), '/admin/rejeu', { language }), admin: 'secretariat' as AdminId };
  return renderPage(request, of(request), stylesheet);
};
const text = async (more: Partial<ReplaySeen>, language: Language = 'fr'): Promise<string> =>
  mainText(await html((request) => replayPage(request, { ...basis, ...more }), language));
const acts = (of: string): (string | undefined)[] => elements(of, 'button').map(({ attribs }) => attribs['value']);

describe('the page of the replay', () => {
  it('stands where nothing was ever projected or replayed', async () => {
    const request = { ...requestOf(await projected(), '/admin/rejeu'), admin: 'secretariat' as AdminId };
    const empty = renderPage(request, replayPage(request, { ...basis, generations: [] }), stylesheet);
    expect(mainText(empty)).toContain('Rien n’est encore montré.');
    expect(mainText(empty)).toContain('Aucun rejeu n’a fini');
    expect(empty).not.toMatch(/undefined|\[object|NaN/u);
  });

  it('says which generation is shown, what is kept beside it, and leads to each', async () => {
    const page = await html((request) =>
      replayPage(request, { ...basis, generations: [shown, generation(5), generation(4, { outdated: 'agenda 1' })] }),
    );
    expect(mainText(page)).toContain('Génération 6Position200 000');
    expect(mainText(page)).toContain('48 Mo, 1 234 lignes');
    const links = elements(page, 'a').map(({ attribs }) => attribs['href']);
    expect(links).toEqual(expect.arrayContaining(['/admin/rejeu/generations/5', '/admin/rejeu/generations/4']));
    expect(links).not.toContain('/admin/rejeu/generations/6');
    expect(byClass(page, 'mark').map(textOf)).toEqual(['d’un autre code']);
  });

  it('shows how far a replay is, holds it and stops it, and begins no other meanwhile', async () => {
    const page = await html((request) => replayPage(request, { ...basis, projector: { running } }));
    expect(mainText(page)).toContain('Refait : agenda, nouvelles.');
    expect(mainText(page)).toContain('84 000 sur 200 000');
    expect(mainText(page)).toContain('41 000 événements par seconde');
    expect(mainText(page)).toContain('2 min');
    expect(elements(page, 'progress')[0]?.attribs).toMatchObject({ max: '1', value: '0.42' });
    expect(acts(page)).toEqual(['pause', 'abandonner', undefined, undefined]);
    expect(elements(page, 'a').filter(({ attribs }) => attribs['class'] === 'button')).toHaveLength(1);
  });

  it('lets one go on that is held', async () => {
    const page = await html((request) =>
      replayPage(request, { ...basis, projector: { running: { ...running, paused: true } } }),
    );
    expect(mainText(page)).toContain('en pause (lecture du journal)');
    expect(acts(page)).toContain('reprendre');
    expect(acts(page)).not.toContain('pause');
  });

  it('leads to what was built and is not shown yet, as long as it is kept and the newest', async () => {
    const ended = { ended: made, result };
    const ready = 'La génération 7 est prête, et pas encore montrée';
    expect(await text({ projector: { ended }, generations: [generation(7), shown] })).toContain(ready);
    expect(await text({ projector: { ended } })).not.toContain(ready);
    const overtaken = [generation(8, { shown: true }), generation(7)];
    expect(await text({ projector: { ended }, generations: overtaken })).not.toContain(ready);
  });

  it('says what came of the last one: how much, how long, what is other, and that nothing went out', async () => {
    const said = await text({ projector: { ended: { ended: made, only: ['agenda'], result } } });
    expect(said).toContain('200 000 événements en 4,8 s');
    expect(said).toContain('des lignes sont autres');
    expect(said).toContain('0 : ni connexion, ni nom demandé, ni processus');
    expect(said).toContain('Refaitagenda');
    const tried = await text({ projector: { ended: { ended: made, dryRun: true, result } } });
    expect(tried).toContain('essai, rien n’est gardé : des lignes sont autres');
  });

  it('says why the last one came to nothing', async () => {
    const failure = { kind: 'Error', message: 'disk I/O error' };
    expect(await text({ projector: { ended: { ended: made, failure } } })).toContain('disk I/O error');
    const cancelled = { kind: 'Cancelled', message: 'the replay was cancelled' };
    const said = await text({ projector: { ended: { ended: made, failure: cancelled } } });
    expect(said).toContain('Abandonné');
    expect(said).not.toContain('the replay was cancelled');
  });

  it.each([
    ['ReplayRuns', 409, 'Un rejeu est déjà en cours'],
    ['nobody', 503, 'le projecteur ne tourne pas'],
    ['OtherVersion', 409, 'rejouez tout'],
    ['SomethingElse', 409, 'le projecteur dit pourquoi'],
    // Every object has members of these names.
    ['constructor', 409, 'le projecteur dit pourquoi'],
  ])('says in one line why the projector did not do it: %s', async (kind, status, said) => {
    const request = { ...requestOf(await filledHub(), '/admin/rejeu'), admin: 'secretariat' as AdminId };
    const response = replayPage(request, { ...basis, refused: { kind, message: 'in its own words' } });
    expect(response.status).toBe(status);
    expect(mainText(renderPage(request, response, stylesheet))).toContain(said);
  });

  it('loads one script, of ours, and runs none that stands in it', async () => {
    const page = await html((request) => replayPage(request, basis));
    expect(elements(page, 'script').map(({ attribs, children }) => [attribs['src'], children.length])).toEqual([
      ['/rejeu-abc.js', 0],
    ]);
  });

  it('leads to the pages of another day', async () => {
    const page = await html((request) => replayPage(request, basis), 'en');
    const form = elements(page, 'form').find(({ attribs }) => attribs['action'] === '/');
    expect(form && elements(form, 'input').map(({ attribs }) => [attribs['name'], attribs['max']])).toEqual([
      ['lang', undefined],
      ['le', '2026-11-24'],
    ]);
  });
});

describe('the plan of a replay', () => {
  const plan = { projections: ['agenda', 'news'], chosen: [], events: 200_000, seconds: 4.8, bytes: 48e6, free: 12e9 };
  const planned = async (more: object): Promise<string> => html((request) => planPage(request, { ...plan, ...more }));

  it('says what it takes: events, time, room', async () => {
    const said = mainText(await planned({}));
    for (const one of ['Refaittout', '200 000', 'environ 4,8 s', 'environ 48 Mo', '12 Go libres'])
      expect(said).toContain(one);
  });

  it('says what it does not know, and that there is too little room', async () => {
    const said = mainText(await planned({ events: undefined, seconds: undefined, bytes: 2, free: 1 }));
    expect(said).toContain('inconnue : aucun rejeu n’a encore été mesuré');
    expect(said).toContain('n’a sans doute pas assez de place');
  });

  it('hands what was chosen on, and reckons with no more than all', async () => {
    const page = await planned({ chosen: ['agenda'] });
    expect(mainText(page)).toContain('au plus 200 000');
    const fields = elements(page, 'input').map(({ attribs }) => attribs['name']);
    expect(fields).toEqual(['projection-agenda', 'aussitot']);
  });
});

describe('the page of a generation', () => {
  const count = { projection: 'agenda', city: 'lille', added: 1, removed: 0, changed: 2, hidden: 0 };
  const diff: Diff = {
    ...{ before: { position: '10', rows: 3 }, after: { position: '10', rows: 4 }, counts: [count], versions: [] },
    examples: [
      {
        ...{ projection: 'agenda', key: 'k1', city: 'lille', kind: 'changed' },
        changes: [{ path: 'title', before: 'Avant', after: 'Après' }],
      },
    ],
  };
  const of = (seen: Parameters<typeof generationPage>[1]): Promise<string> =>
    html((request) => generationPage(request, seen));

  it('says what differs by projection and city, with examples before and after, and lets choose', async () => {
    const page = await of({ one: generation(7), shown, diff });
    expect(mainText(page)).toContain('Lille : 1 ajoutée, 2 changées');
    expect([elements(page, 'del'), elements(page, 'ins')].map((one) => one.map(textOf))).toEqual([
      ['Avant'],
      ['Après'],
    ]);
    expect(acts(page)).toEqual(['montrer', 'supprimer', undefined]);
    expect(mainText(page)).toContain('Jeter');
  });

  it('shows of a row that was added what it is known by first', async () => {
    const after = { assembly: 'lille', key: 1, more: true, title: 'Une nouvelle', parts: ['of no use here'] };
    const added = { projection: 'agenda', key: 'k2', city: 'lille', kind: 'added', after } as const;
    const page = await of({ one: generation(7), shown, diff: { ...diff, examples: [added] } });
    expect(elements(page, 'ins').map(textOf)).toEqual(['Une nouvelle', 'lille', '1', 'true']);
  });

  it('says where both stand, where that is not the same, and that nothing differs, where nothing does', async () => {
    const moved = { ...diff, before: { position: '12', rows: 3 }, counts: [], examples: [] };
    const said = mainText(await of({ one: generation(5), shown, diff: moved }));
    expect(said).toContain('à la position 12 du journal, celle-ci à la position 10');
    expect(said).toContain('Rien ne diffère');
  });

  it.each([
    ['other code', generation(7, { outdated: 'agenda is at version 1' }), 'Elle est d’un autre code'],
    ['a damaged file', { generation: 7, shown: false, bytes: 1, made, damaged: 'not a database' }, 'endommagée'],
  ] as const)('does not offer to show one of %s', async (_, one, said) => {
    const page = await of({ one, shown });
    expect(acts(page)).toEqual(['supprimer', undefined]);
    expect(mainText(page)).toContain(said);
  });

  it('offers nothing for the one that is shown', async () => {
    expect(acts(await of({ one: shown, shown }))).toEqual([undefined]);
  });
});

describe('what an open page is told', () => {
  const pageOf = (...[projector]: Parameters<typeof liveState>): string => liveState(projector, 'fr').page;

  it('is how far it is, in its language', () => {
    expect(liveState({ running }, 'en')).toMatchObject({
      share: 0.42,
      texts: { phase: 'reading the log', position: '84,000 of 200,000', left: '2\u00a0min' },
    });
  });

  it('stays the same page while a replay goes on, and is another when it is held, ends, or nobody projects', () => {
    const later = { ...running, phase: 'comparing', position: '200000' } as const;
    expect(pageOf({ running: later }, 'fr')).toBe(pageOf({ running }, 'en'));
    const pages = [
      pageOf({ running }, 'fr'),
      pageOf({ running: { ...running, paused: true } }, 'fr'),
      pageOf({}, 'fr'),
      pageOf({ ended: { ended: made, result } }, 'fr'),
      pageOf('nobody', 'fr'),
    ];
    expect(new Set(pages).size).toBe(5);
  });

  it('does not reckon with a rate that is not known yet', () => {
    const begun = { ...running, position: '0', head: '0', eventsPerSecond: 0, secondsLeft: 0 };
    expect(liveState({ running: begun }, 'fr')).toMatchObject({ share: 0, texts: { left: 'pas encore connu' } });
  });
});
