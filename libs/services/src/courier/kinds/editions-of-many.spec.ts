import { Logger } from '@nestjs/common';
import type { HubEvent } from '@relais/catalogue';
import { CannotWrite } from './letter-kind.js';
import type { OpenLetter, Subscriber } from '../ledger/ledger.js';
import { PlannedTown } from '../planning/testing/planned-town.js';
import { DigestKind } from './digests.js';
import { Editions } from './editions.js';
import { PersonalLinks } from './personal-links.js';
import { RenderedLetters } from './rendered-letters.js';

type Intended = Extract<HubEvent, { type: 'letter.intended' }>['data'];
const daily = { rhythm: { every: 'day' }, hour: 8 } as const;
const ways = [
  {},
  { length: 'short' },
  { format: 'text' },
  { kinds: ['news'] },
  { language: 'en' },
  { language: 'nl' },
] as const;

let town: PlannedTown;
let rendered: RenderedLetters;
let kind: DigestKind;
const begin = async (): Promise<void> => {
  town = await PlannedTown.of();
  rendered = new RenderedLetters(town.store);
  const links = new PersonalLinks(town.keys, town.deployment);
  kind = new DigestKind(town.shelf, rendered, new Editions(town.keys, town.deployment), town.deployment, links);
};
// What a test provokes on purpose need not be read by who runs it.
beforeAll(() => {
  Logger.overrideLogger(false);
});
afterEach(() => town.end());

/** As the sender has a letter written. */
const write = async ({ subscription, ...letter }: Intended) => {
  const { member } = town.keeper.roster.of(subscription) ?? {};
  if (member === undefined) throw new Error(`nobody has the subscription ${subscription}`);
  const receiver = { subscription, list: member.list.id, person: member.person, language: 'fr' } as Subscriber;
  return kind.write({ ...letter, subscription } as OpenLetter, receiver);
};
const intended = async (): Promise<Intended[]> =>
  (await town.events('letter.intended')).map(({ data }) => data as Intended);

describe('the letters of two thousand people', () => {
  it('are rendered once for each way of wanting one, and never for a person', async () => {
    await begin();
    for (let n = 0; n < 2_000; n++) await town.subscribes(`p${n}`, { ...daily, ...ways[n % ways.length] });
    await town.publishes('Une nouvelle');
    await town.until('2026-11-03T10:00:00Z');
    let renderings = 0;
    const letter = rendered.letter.bind(rendered);
    rendered.letter = (key, language, issues, render) =>
      letter(key, language, issues, () => {
        renderings++;
        return render();
      });
    const written = await Promise.all((await intended()).map(write));
    expect(written).toHaveLength(2_000);
    expect(new Set(written.map((one) => one?.key)).size).toBe(ways.length);
    expect(renderings).toBe(ways.length);
    expect(new Set(written.map((one) => one?.slots['leave'])).size).toBe(2_000);
    expect(written.filter((one) => one?.template().html === undefined)).toHaveLength(Math.ceil(1_998 / ways.length));
  });
});

describe('a language in which an issue cannot be rendered', () => {
  it('waits and is told once; the others go', async () => {
    await begin();
    for (const [n, language] of (['fr', 'nl', 'nl', 'en'] as const).entries())
      await town.subscribes(`p${n}`, { ...daily, language });
    await town.publishes('Une nouvelle');
    await town.until('2026-11-03T10:00:00Z');
    const letter = rendered.letter.bind(rendered);
    rendered.letter = (key, language, issues, render) =>
      letter(key, language, issues, () => {
        if (language === 'nl') throw new Error('no word for «commons»');
        return render();
      });
    const ends = await Promise.allSettled((await intended()).map(write));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(ends[1]).toMatchObject({ reason: expect.any(CannotWrite) as CannotWrite });
    expect((await town.events('digest.failed')).map(({ data }) => data)).toEqual([
      { issue: 'info-lille-2026-11-03', language: 'nl', detail: 'no word for «commons»' },
    ]);
  });
});
