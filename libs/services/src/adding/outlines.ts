import type { AddedBy } from '@relais/assembly';
import type { Outline } from '@relais/sources';
import type { AssemblyId, SourceId } from '@relais/vocabulary';
import type { DeployedAssembly, Deployment } from '../wiring/deployment.js';
import type { Adding } from './adding.js';
import { slugOf } from './proposals.js';
import { refusalInWords } from './refusal-in-words.js';
import type { SourceRoster } from './source-roster.js';
import type { Suggestions } from './suggestions.js';

/** What came of one outline of a list of subscriptions. */
export type Came = Readonly<{ url: string; title?: string }> &
  (
    | Readonly<{ came: 'added'; source: SourceId; read: string }>
    | Readonly<{ came: 'there'; source: SourceId }>
    | Readonly<{ came: 'not'; reason: string }>
  );

/** How many are looked at at the same time: their servers are different ones, mostly. */
export const lanesOfOutlines = 8;

export type OutlineErrand = Readonly<{
  roster: SourceRoster;
  suggestions: Suggestions;
  adding: Adding;
  by: AddedBy;
  of: (outline: Outline) => DeployedAssembly | undefined;
}>;

/** The assembly that was named, or the one that an outline stands below, by its name or city. Throws NotConfigured. */
export const assemblyOfOutline = (deployment: Deployment, city: AssemblyId | undefined): OutlineErrand['of'] => {
  if (city !== undefined) {
    const named = deployment.assembly(city);
    return () => named;
  }
  const byName = new Map(
    deployment.assemblies.flatMap((one) =>
      [one.id, one.profile.name, one.profile.city].map((name) => [slugOf(name), one] as const),
    ),
  );
  return ({ groups }) => groups.flatMap((group) => byName.get(slugOf(group)) ?? []).at(-1);
};

/** Adds the best that an outline's address gives. What is there already is left alone. */
export const takeOutline = async (
  outline: Outline,
  { roster, suggestions, adding, by, of }: OutlineErrand,
): Promise<Came> => {
  const { url, title, site } = outline;
  const about = { url, ...(title !== undefined && { title }) };
  const assembly = of(outline);
  if (assembly === undefined) return { ...about, came: 'not', reason: 'of which assembly? --city SLUG' };
  const known = roster.readingAt(url);
  if (known?.assembly === assembly.id) return { ...about, came: 'there', source: known.description.source };
  const suggested = await suggestions.suggest(url, { zone: assembly.profile.zone });
  const [best] = suggested.suggestions;
  if (best === undefined) return { ...about, came: 'not', reason: suggested.problem ?? 'nothing to read' };
  const page = site ?? best.site;
  const wanted = { url: best.url, title: title ?? best.title, platform: best.platform };
  const added = await adding.add({ assembly: assembly.id, by, ...wanted, ...(page !== undefined && { site: page }) });
  if ('added' in added) {
    const read = added.first === 'later' ? 'later' : added.first.outcome;
    return { ...about, came: 'added', source: added.added.source, read };
  }
  return added.refused.type === 'read-already'
    ? { ...about, came: 'there', source: added.refused.source }
    : { ...about, came: 'not', reason: refusalInWords(added.refused) };
};
