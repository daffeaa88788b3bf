import type { ItemFields, ReportedItem } from '@relais/source';
import { addDays, canonicalJson, type ItemKey } from '@relais/vocabulary';
import { announced, linkOf, slug, someFact, type Fact, type World } from './announced.ts';
import { Chance } from './chance.ts';
import { addressed, mistyped } from './wordings.ts';
import { occasions } from './occasions.ts';
import { towns } from './towns.ts';

/** A source before and after all its keys changed, and which new key is which old one. */
export type RenamedSource = Readonly<{
  vanished: readonly ReportedItem[];
  appeared: readonly ReportedItem[];
  truth: ReadonlyMap<ItemKey, ItemKey>;
}>;

const world: World = { towns, occasions };

/** What a site does to all its items at once. */
export const renames = {
  'another host': (item: ReportedItem, number: number) =>
    changed(item, `https://new.example/?p=${number}`, (link) =>
      link.replace(/^https:\/\/[^/]+/, 'https://new.example'),
    ),
  'http to https': ({ item, ...rest }: ReportedItem) =>
    changed({ item, ...rest }, item.replace('http:', 'https:'), (link) => link.replace('https:', 'http:')),
  'another scheme of keys': (item: ReportedItem, number: number) =>
    changed(item, `urn:uuid:${number * 7919}`, (link) => link),
  'another scheme of keys and links': (item: ReportedItem, number: number) =>
    changed(item, `tag:example,2026:${number}`, (link) => `${new URL(link).origin}/node/${number}`),
  'no links any more': (item: ReportedItem, number: number) => {
    const { link: _, ...fields } = item.fields;
    return reported(`uid-${number}@example`, fields);
  },
};

const reported = (key: string, fields: ItemFields): ReportedItem => ({
  item: key as ItemKey,
  fields,
  hash: canonicalJson(fields),
});
const changed = ({ fields }: ReportedItem, key: string, link: (link: string) => string): ReportedItem =>
  reported(key, { ...fields, ...(fields.link && { link: link(fields.link) }) });

/** Gatherings of a few towns over three years, most of them in series; news between them. */
const itemOf = (fact: Fact, number: number, chance: Chance): ReportedItem => {
  const key = `http://old.example/?p=${number}`;
  const { fields } = announced(fact, 'site' as never, chance);
  const published = `${addDays(fact.date, -chance.whole(5, 30))}T${String(chance.whole(8, 19)).padStart(2, '0')}:${String(chance.whole(10, 59))}:${String(chance.whole(10, 59))}Z`;
  const link = chance.draw() < 0.1 ? `https://old.example/agenda/${slug(fact.title)}` : linkOf('site', fact, chance);
  if (chance.draw() < 0.2)
    return reported(key, { kind: 'news', title: `Compte rendu : ${fact.title}`, link, published });
  return reported(key, { ...fields, link, published });
};

/** Of what is shown after the change, this much was never there before, and this much of the old is gone for good. */
const turnover = 0.05;

/** A source of so many items whose keys all change, while some items go, others come, and some are edited. */
export const renamedSource = (
  count: number,
  seed: number,
  rename: keyof typeof renames,
  pure: boolean,
): RenamedSource => {
  const chance = new Chance(seed);
  const facts: Fact[] = [];
  const factAt = (): Fact => {
    const before = facts.at(-1);
    // A series goes on, in the same house or in another.
    const goesOn = before && chance.draw() < 0.7;
    const fact = goesOn ? { ...before, date: addDays(before.date, 7) } : someFact(chance, world);
    facts.push(fact);
    return fact;
  };
  const old = Array.from({ length: count }, (_, number) => itemOf(factAt(), number, chance));
  const truth = new Map<ItemKey, ItemKey>();
  const appeared = old.flatMap((item, number) => {
    if (!pure && chance.draw() < turnover) return [];
    const again = renames[rename](item, number);
    const edited =
      !pure && chance.draw() < turnover ? reported(again.item, edit(again.fields, facts[number], chance)) : again;
    truth.set(edited.item, item.item);
    return [edited];
  });
  if (pure) return { vanished: old, appeared, truth };
  const fresh = old.flatMap((_, number) =>
    chance.draw() < turnover
      ? [renames[rename](itemOf(likened(facts[number] ?? factAt(), chance), count + number, chance), count + number)]
      : [],
  );
  return { vanished: old, appeared: [...appeared, ...fresh], truth };
};

const edit = (fields: ItemFields, fact: Fact | undefined, chance: Chance): ItemFields =>
  fact && chance.draw() < 0.5
    ? { ...fields, place: addressed(fact, chance) }
    : { ...fields, title: mistyped(fields.title, chance) };

/** Something new that is much like something old: another day, another house, another matter at that hour. */
const likened = (fact: Fact, chance: Chance): Fact => {
  const { title, occasion } = someFact(chance, world);
  return chance.among([
    { ...fact, date: addDays(fact.date, 1) },
    { ...fact, title, occasion },
    { ...fact, venue: chance.among(fact.town.venues.filter((venue) => venue !== fact.venue)) },
  ]);
};
