import { archivedIssues, issueFragment, subjectOf, type ArchivedIssue } from '@relais/digests';
import { assemblies, issues, type ReadModels } from '@relais/read-models';
import type { AssemblyId, Language } from '@relais/vocabulary';
import type { Feed, FeedEntry } from './feed.js';

export type LettersRequest = Readonly<{
  models: ReadModels;
  /** All assemblies where none is named. */
  assembly?: AssemblyId;
  limit: number;
  publicUrl: string;
  language: Language;
  /** The feed's own address. */
  self: string;
}>;

const titles: Record<Language, Readonly<{ title: (of: string) => string; description: (of: string) => string }>> = {
  fr: {
    title: (of) => `Lettres\u00a0: ${of}`,
    description: (of) => `Chaque lettre, telle qu’elle est partie\u00a0: ${of}`,
  },
  en: { title: (of) => `Letters: ${of}`, description: (of) => `Every letter as it was sent: ${of}` },
  nl: { title: (of) => `Nieuwsbrieven: ${of}`, description: (of) => `Elke nieuwsbrief zoals hij verstuurd is: ${of}` },
};

const entryOf = (issue: ArchivedIssue, language: Language): FeedEntry => {
  const told = { ...issue, language };
  const url = `${issue.publicUrl}/lettres/${issue.issue}`;
  return {
    ...{ id: url, url, title: subjectOf(told), category: issue.assemblyName },
    ...{ published: issue.composedAt, updated: issue.composedAt },
    html: issueFragment(told).html,
  };
};

/** Letters of one assembly or of all as a feed, the newest first: each whole, without anything personal. */
export const lettersFeedOf = ({ models, assembly, limit, publicUrl, language, self }: LettersRequest): Feed => {
  const of = archivedIssues(models, publicUrl).filter(({ row }) => assembly === undefined || row.assembly === assembly);
  const entries = of
    .toSorted(
      (one, other) => Date.parse(other.composedAt) - Date.parse(one.composedAt) || (one.issue < other.issue ? -1 : 1),
    )
    .slice(0, limit)
    .map((issue) => entryOf(issue, language));
  const name =
    assembly === undefined ? 'Relais des communs' : (models.get(assemblies, assembly)?.profile.name ?? assembly);
  return {
    title: titles[language].title(name),
    description: titles[language].description(name),
    home: `${publicUrl}/lettres`,
    ...{ self, language, entries },
    updated: entries[0]?.updated ?? models.changed(issues).at,
  };
};
