import type { Plan } from '@relais/rhythm';
import type { AssemblyId, RhythmId } from '@relais/vocabulary';
import { Hub, type Shown } from './testing/hub.js';
import { at, day } from './testing/reports.js';

const lille = 'lille' as AssemblyId;
const rhythm = 'lille-assemblees' as RhythmId;
const of = { rhythm, assembly: lille };
const plan: Plan = {
  ...{ title: 'Assemblée des communs de Lille', rule: 'FREQ=MONTHLY;BYDAY=-1TH', from: '2026-01-01' },
  ...{ times: ['12:00', '18:00'], zone: 'Europe/Paris' },
};
const set = (changed: Partial<Plan> = {}) => ({
  type: 'rhythm.set' as const,
  data: { ...of, plan: { ...plan, ...changed } },
});
const city = (name: string, id: string, latitude: number, longitude: number) => ({
  type: 'assembly.founded' as const,
  data: {
    assembly: id as AssemblyId,
    profile: { name, city: name, country: 'FR', zone: 'Europe/Paris', latitude, longitude },
  },
});

/** A hub that knows two assemblies, and what the one of Lille means to do. */
const hub = (changed: Partial<Plan> = {}): Hub => {
  const made = new Hub();
  made.record(city('Lille', 'lille', 50.63, 3.06));
  made.record(city('Marseille', 'marseille', 43.3, 5.37));
  made.record(set(changed));
  return made;
};
const without = (): Hub => new Hub();
const groups = (knowing: Hub, ...items: Shown[]): string[][] => {
  knowing.publish(...items).recognise();
  return knowing.groups();
};
const together = [['demosphere d', 'wiki w']];
const apart = [['demosphere d'], ['wiki w']];

/** The last Thursday of November is expected at noon (it is the eleventh), that of December at 18:00. */
const noon = at('2026-11-26T11:00');
const evening = at('2026-11-26T17:00');
const mres = { name: 'MRES', city: 'Lille' };
const demosphere: Shown = { source: 'demosphere', item: 'd', title: 'Assemblée des communs de Lille', when: noon };
const wiki: Shown = { source: 'wiki', item: 'w', title: 'L’assemblée des communs', when: noon };

describe('two announcements of one expected day', () => {
  it('are one gathering where one says no hour', () => {
    const said = { ...wiki, title: 'Réunion des communs n° 11', when: day('2026-11-26') };
    const wordy = { ...demosphere, title: 'Assemblée générale publique des communs' };
    expect(groups(without(), wordy, said)).toEqual(apart);
    expect(groups(hub(), wordy, said)).toEqual(together);
  });

  it('are one gathering where noon and evening were swapped', () => {
    const said = { ...wiki, when: evening };
    expect(groups(without(), demosphere, said)).toEqual(apart);
    expect(groups(hub(), demosphere, said)).toEqual(together);
    expect(groups(hub(), said, demosphere)).toEqual([['wiki w', 'demosphere d']]);
  });

  it('are one gathering where the doors open before it begins, and no house is named', () => {
    const said = { ...wiki, when: at('2026-11-26T11:30') };
    expect(groups(without(), demosphere, said)).toEqual(apart);
    expect(groups(hub(), demosphere, said)).toEqual(together);
  });

  it('are one gathering at its hour under a shorter name, or in one house under what each tells of it', () => {
    const named = hub({ title: 'Construire dans l’action l’assemblée des communs' });
    const long = { ...demosphere, title: 'Construire dans l’action l’assemblée des communs 12' };
    expect(groups(without(), long, wiki)).toEqual(apart);
    expect(groups(named, long, wiki)).toEqual(together);
    const topics = (one: string): Shown => ({ ...demosphere, title: `${plan.title} : ${one}`, place: mres });
    const [logement, semences] = [topics('logement'), { ...topics('semences et jardins'), source: 'wiki', item: 'w' }];
    expect(groups(without(), logement, semences)).toEqual(apart);
    expect(groups(hub(), logement, semences)).toEqual(together);
  });

  it('say why, how sure that is, and which day it was', () => {
    const knowing = hub().publish(demosphere, { ...wiki, when: evening });
    const [, second] = knowing.recognise();
    expect(second).toMatchObject({
      score: 0.7,
      reasons: [
        {
          rule: 'occurrence',
          detail:
            'Assemblée des communs de Lille, last Thursday of the month, 2026-11-26: 360 minutes apart, place not known to differ',
        },
      ],
      occurrence: { rhythm, date: '2026-11-26' },
    });
  });

  it('are found by a surer rung before', () => {
    const knowing = hub().publish(demosphere, { ...wiki, title: demosphere.title ?? '' });
    expect(knowing.recognise()[1]).toMatchObject({ reasons: [{ rule: 'time-and-place' }] });
  });
});

describe('two gatherings stay two', () => {
  it.each<[string, Shown, Shown]>([
    [
      'a workshop in the afternoon and the assembly',
      { ...wiki, title: 'Atelier des communs', when: at('2026-11-26T13:00') },
      demosphere,
    ],
    ['its preparation and the assembly', { ...wiki, title: `Préparation : ${plan.title}`, when: evening }, demosphere],
    [
      'another number of the series',
      { ...wiki, title: 'Assemblée des communs 12' },
      { ...demosphere, title: 'Assemblée des communs 11', when: evening },
    ],
    ['another hour than those of the turn', { ...wiki, when: at('2026-11-26T14:00') }, demosphere],
    ['two houses', { ...wiki, place: { name: 'Le Polder', city: 'Hellemmes' } }, { ...demosphere, place: mres }],
    [
      'what each tells, and no house',
      { ...wiki, title: `${plan.title} : logement` },
      { ...demosphere, title: `${plan.title} : jardins` },
    ],
    [
      'the assembly of another city, in no house',
      { ...wiki, title: 'Assemblée des communs de Lyon', when: evening },
      demosphere,
    ],
    ['whole days that are not one', { ...wiki, when: day('2026-11-26', '2026-11-28') }, demosphere],
    ['the day after', { ...wiki, when: at('2026-11-27T17:00') }, demosphere],
  ])('%s', (_, one, other) => {
    expect(groups(hub(), other, one)).toEqual(apart);
    expect(groups(hub(), one, other)).toEqual(apart.toReversed());
  });

  it('where their numbers differ, in one house at one hour', () => {
    const number = (shown: Shown, which: number): Shown => ({
      ...shown,
      title: `Assemblée ${which} des communs`,
      place: mres,
    });
    expect(groups(hub(), number(demosphere, 11), number(wiki, 12))).toEqual(apart);
  });

  it('where the hours differ, and one has a name that fits more', () => {
    const named = 'Construire dans l’action l’assemblée des communs';
    const long = { ...demosphere, title: named, when: evening };
    expect(groups(hub({ title: named }), long, wiki)).toEqual(apart);
  });

  it('where one source tells of both', () => {
    expect(groups(hub(), demosphere, { ...demosphere, item: 'e', when: evening })).toHaveLength(2);
  });

  it('where the sources of Lille and of Marseille tell of one day', () => {
    expect(groups(hub(), demosphere, { ...wiki, when: evening, assembly: 'marseille' })).toEqual(apart);
  });

  it('where an assembly skips the day, ends its rhythm, or never had one', () => {
    const swapped = { ...wiki, when: evening };
    const [skips, ends, restored] = [hub(), hub(), hub()];
    for (const one of [skips, restored])
      one.record({ type: 'rhythm.occurrence-skipped', data: { ...of, date: '2026-11-26' } });
    restored.record({ type: 'rhythm.occurrence-restored', data: { ...of, date: '2026-11-26' } });
    ends.record({ type: 'rhythm.ended', data: of });
    expect(groups(skips, demosphere, swapped)).toEqual(apart);
    expect(groups(ends, demosphere, swapped)).toEqual(apart);
    expect(groups(restored, demosphere, swapped)).toEqual(together);
  });
});

describe('the expected day that an announcement speaks of', () => {
  const dayOf = (shown: Partial<Shown>, knowing = hub()): string | undefined => {
    knowing.publish({ ...demosphere, ...shown }).recognise();
    const attached = knowing.log.findLast(({ type }) => type === 'gathering.announcement-attached');
    return attached?.type === 'gathering.announcement-attached' ? attached.data.occurrence?.date : undefined;
  };

  it('is recorded with the first that announces it', () => {
    expect(dayOf({})).toBe('2026-11-26');
    expect(dayOf({ title: '[exemple] Assemblée des communs de Lille' })).toBe('2026-11-26');
    expect(dayOf({ when: day('2026-11-26') })).toBe('2026-11-26');
  });

  it('is a day where the plan is, whatever zone the source writes in', () => {
    const late = { when: { kind: 'timed', starts: '2026-11-26T23:30:00Z', zone: 'UTC' } } as const;
    expect(dayOf(late, hub({ times: ['00:30'], rule: 'FREQ=MONTHLY;BYDAY=4FR' }))).toBe('2026-11-27');
  });

  it.each<[string, Partial<Shown>]>([
    ['in another assembly’s city', { place: { name: 'Le Dock', city: 'Marseille' } }],
    ['far away', { place: { name: 'Théâtre', latitude: 48.85, longitude: 2.35 } }],
    ['in another country', { place: { city: 'Tournai', country: 'BE' } }],
    ['without a day', { when: undefined as never }],
    ['of another name', { title: 'Apéro des communs de Lille' }],
    ['as another kind of gathering', { title: `Atelier : ${plan.title}` }],
    ['to prepare it, at another hour of the turn', { title: `Préparation : ${plan.title}`, when: evening }],
    ['to prepare it, at no hour', { title: `Préparation : ${plan.title}`, when: day('2026-11-26') }],
  ])('is none of what takes place %s', (_, shown) => {
    expect(dayOf(shown)).toBeUndefined();
  });

  it('is one in a town nearby', () => {
    expect(dayOf({ place: { name: 'Baraka', city: 'Roubaix', latitude: 50.69, longitude: 3.17 } })).toBe('2026-11-26');
  });

  it('stays recorded when the gathering moves or the plan changes', () => {
    const knowing = hub();
    expect(dayOf({}, knowing)).toBe('2026-11-26');
    knowing.record(set({ rule: 'FREQ=MONTHLY;BYDAY=1TU' }));
    knowing.revise({ ...demosphere, when: at('2026-11-27T11:00') }).recognise();
    expect(knowing.story()).toEqual(['recognised', 'announcement-attached', 'announcement-revised', 'rescheduled']);
    expect(dayOf({ item: 'e', when: at('2026-12-31T17:00') }, knowing)).toBeUndefined();
    expect(dayOf({ item: 'f', when: at('2026-12-01T11:00') }, knowing)).toBe('2026-12-01');
  });

  it('comes out of the log alone, after a restart as before', () => {
    const items = [demosphere, { ...wiki, when: evening }];
    const [straight, restarted] = [hub().publish(...items), hub().publish(...items)];
    straight.recognise();
    restarted.recognise(1);
    restarted.restart().recognise();
    expect(restarted.log).toEqual(straight.log);
    expect(restarted.restart().recognise()).toEqual([]);
  });

  it('costs no more for a day thousands of years ahead', () => {
    expect(dayOf({ when: at('9998-11-26T11:00') })).toBeUndefined();
    expect(dayOf({ item: 'e' }, hub({ from: '1999-01-01' }))).toBe('2026-11-26');
  });
});
