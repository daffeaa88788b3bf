import { agenda, assemblies, news, type AgendaRow, type NewsRow, type ReadModels } from '@relais/read-models';
import { placeInWords, whenInWords, type AssemblyId, type Instant, type Language } from '@relais/vocabulary';
import type { Feed, FeedEntry } from './feed.js';

export type FeedRequest = Readonly<{
  models: ReadModels;
  /** All assemblies where none is named. */
  assembly?: AssemblyId;
  limit: number;
  publicUrl: string;
  language: Language;
  /** The feed's own address. */
  self: string;
}>;

const wordings: Record<Language, Readonly<{ cancelled: string; about: (name: string) => string }>> = {
  fr: { cancelled: 'Annulé : ', about: (name) => `Rencontres et actualités : ${name}` },
  en: { cancelled: 'Cancelled: ', about: (name) => `Gatherings and news: ${name}` },
  nl: { cancelled: 'Afgelast: ', about: (name) => `Bijeenkomsten en nieuws: ${name}` },
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Date and place first: a feed reader shows nothing else of a gathering. */
const gatheringEntry = (
  row: AgendaRow,
  names: ReadonlyMap<string, string>,
  { publicUrl, language }: FeedRequest,
): FeedEntry => {
  const { gathering, title, when, place, cancelled, summary = '', published, recognisedAt, changedAt } = row;
  const url = `${publicUrl}/rencontres/${gathering}`;
  const facts = [whenInWords(when, language), placeInWords(place)].filter(Boolean).map(escaped).join(' · ');
  const called = cancelled ? wordings[language].cancelled : '';
  return {
    id: url,
    title: `${called}${title}`,
    url,
    published: published ?? recognisedAt,
    updated: changedAt,
    html: `<p>${facts}</p>${summary}`,
    category: names.get(row.assembly) ?? row.assembly,
    gathering: { title, ...(when && { when }), ...(place && { place }), cancelled },
  };
};

const newsEntry = (row: NewsRow, names: ReadonlyMap<string, string>, { publicUrl }: FeedRequest): FeedEntry => ({
  id: `urn:relais:${row.source}:${encodeURIComponent(row.item)}`,
  title: row.title,
  url: row.link ?? `${publicUrl}/${row.assembly}`,
  published: row.published ?? row.recordedAt,
  updated: row.changedAt,
  html: row.summary ?? '',
  category: names.get(row.assembly) ?? row.assembly,
});

const when = (entry: FeedEntry): Instant => entry.published;

/** Not of the whole log: a feed stays as it is, byte for byte, while others change. */
const lastChange = (entries: readonly FeedEntry[]): Instant | undefined =>
  entries
    .map(({ updated }) => updated)
    .reduce<Instant | undefined>((last, at) => (!last || at > last ? at : last), undefined);

/** News and gatherings of one assembly or of all, newest first by when they became known. Made of rows alone: same rows, same feed. */
export const feedOf = (request: FeedRequest): Feed => {
  const { models, assembly, limit, publicUrl, language, self } = request;
  const all = models.find(assemblies).map(({ row }) => row);
  const names = new Map<string, string>(all.map((row) => [row.assembly, row.profile.name]));
  const query = { order: ['known', 'descending'] as const, limit, ...(assembly && { where: { assembly } }) };
  const entries = [
    ...models.find(agenda, query).map(({ row }) => gatheringEntry(row, names, request)),
    // What has no date and was there from the beginning has no place among the newest.
    ...models.find(news, { ...query, from: { known: '' } }).map(({ row }) => newsEntry(row, names, request)),
  ];
  // The instants may differ in precision: compared as moments; equals keep a settled order by their id.
  const newest = entries.sort(
    (one, other) => Date.parse(when(other)) - Date.parse(when(one)) || (one.id < other.id ? -1 : 1),
  );
  const shown = newest.slice(0, limit);
  const name = assembly === undefined ? 'Relais des communs' : (names.get(assembly) ?? assembly);
  return {
    title: name,
    description: wordings[language].about(name),
    home: assembly === undefined ? `${publicUrl}/` : `${publicUrl}/${assembly}`,
    self,
    language,
    updated: lastChange(shown) ?? models.changed(agenda, news).at,
    entries: shown,
  };
};
