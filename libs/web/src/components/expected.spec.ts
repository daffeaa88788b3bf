import { attached, basis, evening, founded, lille, projected, recognised } from '@relais/read-models/testing';
import { byClass, elements, mainText, rendered, textOf } from '../testing/rendered.js';

type Event = ReturnType<typeof founded>;
type Recognised = NonNullable<Parameters<typeof recognised>[0]>;
type Rhythm = Extract<Event, { type: 'rhythm.set' }>['data'];

const [rhythm, gent] = ['lille-assemblees' as Rhythm['rhythm'], 'gent' as typeof lille];
const of = { rhythm, assembly: lille };
const plan: Rhythm['plan'] = {
  ...{ title: 'Assemblée des communs de Lille', rule: 'FREQ=MONTHLY;BYDAY=-1TH', from: '2026-01-01' },
  ...{ times: ['12:00', '18:00'], zone: 'Europe/Paris', place: { name: 'MRES', city: 'Lille' } },
};
const set = (changed: Partial<Rhythm['plan']> = {}): Event => ({
  type: 'rhythm.set',
  data: { ...of, plan: { ...plan, ...changed } },
});
const skipped = (date: string): Event => ({ type: 'rhythm.occurrence-skipped', data: { ...of, date } });
const announced = (said: Partial<Recognised>, occurrence?: string): Event[] => [
  recognised({ basis: basis(), ...said }),
  attached(occurrence ? { occurrence: { rhythm, date: occurrence } } : {}),
];
const other = founded({
  assembly: gent,
  profile: { name: 'Commons Gent', city: 'Gent', country: 'BE', zone: 'Europe/Brussels' },
});

/** The expected days that a page shows, in its order; it is 24 November 2026, ten in the morning in Lille. */
const shownAt = async (address: string, ...events: Event[]): Promise<string[]> => {
  const { html } = rendered(await projected(founded(), other, ...events), address);
  return byClass(html, 'expected').flatMap((section) =>
    elements(section, 'time').map(({ attribs }) => attribs['datetime'] ?? ''),
  );
};
const all = [
  '2026-11-26T11:00:00Z',
  '2026-12-31T17:00:00Z',
  '2027-01-28T11:00:00Z',
  '2027-02-25T17:00:00Z',
  '2027-03-25T11:00:00Z',
  '2027-04-29T16:00:00Z',
];

describe('what is expected and not announced yet', () => {
  it('is shown on the agenda for half a year, and the next three on the page of the assembly', async () => {
    expect(await shownAt('/lille/agenda', set())).toEqual(all);
    expect(await shownAt('/agenda', set())).toEqual(all);
    expect(await shownAt('/lille', set())).toEqual(all.slice(0, 3));
    expect(await shownAt('/gent/agenda', set())).toEqual([]);
    expect(await shownAt('/lille/agenda')).toEqual([]);
  });

  it.each([
    ['/lille/agenda', 'attendue, pas encore annoncée', 'dernier jeudi du mois', 'Aucune source n’en parle encore'],
    ['/lille?lang=en', 'expected, not announced yet', 'last Thursday of the month', 'No source tells of them yet'],
    ['/lille?lang=nl', 'verwacht, nog niet aangekondigd', 'laatste donderdag van de maand', 'Nog geen enkele bron'],
  ])('is marked as such, each of them, and leads nowhere: %s', async (address, mark, days, caution) => {
    const { html } = rendered(await projected(founded(), set()), address);
    const [section] = byClass(html, 'expected');
    const items = section ? elements(section, 'li').map(textOf) : [];
    expect(items.length).toBeGreaterThan(2);
    for (const item of items) expect([mark, days, 'MRES'].filter((said) => !item.includes(said))).toEqual([]);
    expect(textOf(section)).toContain(caution);
    expect(section && elements(section, 'a')).toEqual([]);
  });

  it('names the city where all are shown', async () => {
    const { html } = rendered(await projected(founded(), set()), '/agenda');
    expect(textOf(byClass(html, 'expected')[0])).toContain('Lille · MRES');
  });

  it('is expected no longer once it is announced, though the gathering moved', async () => {
    const moved = announced({ when: { ...evening, starts: '2026-12-02T17:00:00Z' } }, '2026-11-26');
    expect(await shownAt('/lille/agenda', set(), ...moved)).toEqual(all.slice(1));
  });

  it('is what comes after all that is announced, however much that is', async () => {
    const three = all.slice(0, 3).flatMap((starts) => {
      const gathering = `g${starts.slice(0, 10)}` as NonNullable<Recognised['gathering']>;
      const occurrence = { rhythm, date: starts.slice(0, 10) };
      return [recognised({ gathering, when: { ...evening, starts } }), attached({ gathering, occurrence })];
    });
    expect(await shownAt('/lille', set(), ...three)).toEqual(all.slice(3));
  });

  it('is expected again when nobody announces it any more', async () => {
    const withdrawn: Event = {
      type: 'gathering.announcement-detached',
      data: { gathering: 'lille-11' as Recognised['gathering'] & string, announcement: basis(), reason: 'withdrawn' },
    };
    expect(await shownAt('/lille/agenda', set(), ...announced({}, '2026-11-26'), withdrawn)).toEqual(all);
  });

  it('is not expected beside what was announced by its name before there was a rhythm', async () => {
    const before = announced({ title: 'ASSEMBLEE des communs de Lille (11)', when: evening });
    expect(await shownAt('/lille/agenda', ...before, set())).toEqual(all.slice(1));
    const workshop = announced({ title: 'Atelier vélo', when: evening });
    expect(await shownAt('/lille/agenda', ...workshop, set())).toEqual(all);
    const elsewhere = announced({ assembly: gent, title: plan.title, when: evening });
    expect(await shownAt('/lille/agenda', ...elsewhere, set())).toEqual(all);
    const dayAfter = announced({ title: plan.title, when: { ...evening, starts: '2026-11-27T17:00:00Z' } });
    expect(await shownAt('/lille/agenda', ...dayAfter, set())).toEqual(all);
  });

  it('is nothing that is skipped, ended, over, or asked for from another day on', async () => {
    expect(await shownAt('/lille/agenda', set(), skipped('2026-12-31'))).toEqual([all[0], ...all.slice(2)]);
    expect(await shownAt('/lille/agenda', set(), { type: 'rhythm.ended', data: of })).toEqual([]);
    expect(await shownAt('/lille/agenda', set({ until: '2026-12-30' }))).toEqual(all.slice(0, 1));
    expect(await shownAt('/lille/agenda?depuis=2026-01-01', set())).toEqual([]);
    const today = set({ rule: 'FREQ=DAILY', until: '2026-11-25', times: ['09:30'] });
    expect(await shownAt('/lille/agenda', today)).toEqual(['2026-11-25T08:30:00Z']);
  });

  it('is not more than a dozen, the soonest of all rhythms first', async () => {
    const days = await shownAt('/agenda', set({ rule: 'FREQ=DAILY' }));
    expect(days).toHaveLength(12);
    expect(days).toEqual(days.toSorted());
  });

  it('does not say that a gathering is announced', async () => {
    const { html } = rendered(await projected(founded(), set()), '/lille');
    expect(mainText(html)).toContain('Aucune rencontre n’est annoncée');
  });
});
