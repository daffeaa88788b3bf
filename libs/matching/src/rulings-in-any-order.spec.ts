import { StandingRulings } from '@relais/ruling';
import { Hub, type Shown } from './testing/hub.js';
import { at } from './testing/reports.js';

/** The same numbers for the same seed (Mulberry32). */
const dice = (seed: number) => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (limit: number): number => Math.floor(next() * limit);
  return { upTo, of: <Value>(values: readonly Value[]): Value => values[upTo(values.length)] as Value };
};
type Dice = ReturnType<typeof dice>;

const evenings = ['2026-12-03T18:00', '2026-12-04T18:00', '2026-12-05T18:00'] as const;
const titles = ['Atelier vélo', 'Assemblée ouverte', 'Ciné-débat sur l’eau'] as const;
const pool = ['wiki', 'demosphere', 'facebook', 'agenda'].flatMap((source) =>
  [1, 2, 3].map((number) => ({ source, item: `${source.charAt(0)}${number}` })),
);

const saying = (id: Shown, { of, upTo }: Dice): Shown => ({
  ...id,
  title: of(titles),
  when: at(of(evenings)),
  ...(upTo(2) === 0 && { place: { name: of(['MRES', 'Mutualab']), city: 'Lille' } }),
  ...(upTo(2) === 0 && { summary: `<p>${upTo(5)}</p>` }),
  ...(upTo(8) === 0 && { status: 'cancelled' as const }),
  ...(upTo(4) === 0 && { aliases: [`uid-${upTo(4)}`] }),
});

/** Something that happens; told to several hubs it is the same for each. */
type Act = Readonly<{ to: (hub: Hub) => unknown }>;

/** What may happen next, and which rulings stand then; never one that contradicts another, since those are refused. */
class Course {
  readonly shown = new Set<Shown>();
  readonly standing = new Map<string, Readonly<{ verdict: 'same' | 'apart'; pair: readonly [Shown, Shown] }>>();
  readonly #rulings = new StandingRulings();
  readonly #known = new Set<Shown>();
  #count = 0;

  constructor(private readonly chance: Dice) {}

  item(): Act {
    const id = this.chance.of(pool);
    const item = saying(id, this.chance);
    if (this.shown.has(id) && this.chance.upTo(3) === 0) {
      this.shown.delete(id);
      return { to: (hub) => hub.withdraw(id) };
    }
    const isKnown = this.#known.has(id);
    this.shown.add(id);
    this.#known.add(id);
    return { to: (hub) => (isKnown ? hub.revise(item) : hub.publish(item)) };
  }

  /** Nothing happens where what would be ruled contradicts what was. */
  rule(): Act {
    const known = [...this.#known];
    const pair = [this.chance.of(known), this.chance.of(known)] as const;
    const verdict = this.chance.of(['same', 'apart'] as const);
    const ruling = `r${this.#count++}`;
    const data = { ruling, verdict, announcements: pair, by: 'secretariat' } as never;
    if (pair[0] === pair[1] || this.#rulings.against(data).length > 0) return { to: () => undefined };
    this.#rulings.evolve({ type: 'ruling.made', data });
    this.standing.set(ruling, { verdict, pair });
    return { to: (hub) => hub.rule(ruling, verdict, ...pair) };
  }

  revoke(ruling = this.chance.of([...this.standing.keys()])): Act {
    if (!this.standing.delete(ruling)) return { to: () => undefined };
    this.#rulings.evolve({ type: 'ruling.revoked', data: { ruling } as never });
    return { to: (hub) => hub.revoke(ruling) };
  }

  any(): Act {
    const kind = this.chance.upTo(6);
    return kind < 3 ? this.item() : kind < 5 ? this.rule() : this.revoke();
  }
}

const seeds = Array.from({ length: 30 }, (_, index) => index + 1);
const begun = (seed: number) => {
  const course = new Course(dice(seed));
  const acts = Array.from({ length: 14 }, () => course.item());
  return { course, acts };
};
const told = (acts: readonly Act[], then: (hub: Hub) => unknown = (hub) => hub.recognise()): Hub => {
  const hub = new Hub();
  for (const act of acts) {
    act.to(hub);
    then(hub);
  }
  hub.recognise();
  return hub;
};
const gatheringEvents = ({ log }: Hub) =>
  log.flatMap(({ type, data }) => (type.startsWith('gathering.') ? [{ type, data }] : []));

describe.each(seeds)('whatever happens (%i)', (seed) => {
  it('what was ruled holds, and everybody is in one gathering', () => {
    const { course, acts } = begun(seed);
    const hub = told(acts);
    for (let step = 0; step < 40; step++) {
      course.any().to(hub);
      hub.recognise();
      for (const { verdict, pair } of course.standing.values()) {
        const [one, other] = pair.map((id) => hub.whereIs(id));
        if (one === undefined || other === undefined) continue;
        if (verdict === 'same') expect(one).toBe(other);
        else expect(one).not.toBe(other);
      }
      const announced = Object.values(hub.pages()).flatMap((page) => (page as { by: string[] }).by);
      expect(announced.sort()).toEqual([...course.shown].map(({ source, item }) => `${source} ${item}`).sort());
    }
  });

  it('rulings that are revoked leave everything as it was', () => {
    const { course, acts } = begun(seed);
    const hub = told(acts);
    const before = hub.pages();
    for (let step = 0; step < 8; step++) course[step % 3 === 2 ? 'revoke' : 'rule']().to(hub);
    hub.recognise();
    for (const ruling of [...course.standing.keys()]) {
      course.revoke(ruling).to(hub);
      hub.recognise();
    }
    expect(hub.pages()).toEqual(before);
    expect(hub.restart().recognise()).toEqual([]);
  });
});

describe.each(seeds.slice(0, 8))('whatever happens (%i)', (seed) => {
  it('the log comes out the same however often the hub is restarted', () => {
    const { course, acts } = begun(seed);
    for (let step = 0; step < 24; step++) acts.push(course.any());
    const undisturbed = told(acts);
    const restarted = told(acts, (hub) => {
      hub.recognise(seed % 3);
      hub.restart().recognise(1);
      hub.restart().recognise();
    });
    expect(restarted.pages()).toEqual(undisturbed.pages());
    expect(gatheringEvents(restarted)).toEqual(gatheringEvents(undisturbed));
  });
});
