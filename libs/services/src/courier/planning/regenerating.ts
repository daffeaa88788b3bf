import { themesOf, type Theme } from '@relais/configuration';
import type { IssueContent, MadeWith } from '@relais/digest';
import { composeIssue, keyOfFact, noticeOf, templateVersion, urgentFacts, type Composition } from '@relais/digests';
import { assemblies, type PastViews, type ReadModels } from '@relais/read-models';
import { canonicalJson, type TimeZone } from '@relais/vocabulary';
import { hashOf, madeWith } from './issue-maker.js';
import type { ComposedIssue } from '../issues/issue-shelf.js';

/** A part that letters are made with which is not what it was. */
export type OtherPart = Readonly<{ part: keyof MadeWith | 'template'; then: string; now: string }>;

/** What making an issue again came to. */
export type Regenerated = Readonly<{
  /** As it stands in the log, and of what it is made of now. */
  recorded: string;
  hash: string;
  /** `themes`: all is as it was but for the themes of facts, whose words the configuration says. */
  differs: 'nothing' | 'themes' | 'content';
  /** With these its letters may come out in other words, though they say the same. */
  others: readonly OtherPart[];
  content: IssueContent;
}>;

/** What is needed beside the log. */
export type Regenerating = Readonly<{ past: PastViews; themes: readonly Theme[]; zone: TimeZone }>;

/**
 * Makes an issue again from the log as it stood when it was composed. A notice is made of the same facts, as they were: whom it
 * was for, and so which facts, is not told by the log without its persons.
 */
export const regenerate = async (issue: ComposedIssue, { past, themes, zone }: Regenerating): Promise<Regenerated> => {
  const view = await past.at(BigInt(issue.position));
  try {
    const content = contentOf(issue, { models: view.models, themes, zone });
    const hash = hashOf(content, issue.template);
    const isSame = hash === issue.hash;
    const differs = isSame ? 'nothing' : sameButThemes(content, issue.content) ? 'themes' : 'content';
    return { recorded: issue.hash, hash, differs, others: othersOf(issue), content };
  } finally {
    view.release();
  }
};

const contentOf = (
  { assembly, period: { since, until }, cadence = 'month', content }: ComposedIssue,
  { models, themes, zone }: Readonly<{ models: ReadModels; themes: readonly Theme[]; zone: TimeZone }>,
): IssueContent => {
  const of: Omit<Composition, 'since' | 'cadence'> = {
    ...{ models, assembly, until },
    zone: models.get(assemblies, assembly)?.profile.zone ?? zone,
    themesOf: (text) => themesOf(text, themes),
  };
  if (cadence !== 'notice') return composeIssue({ ...of, since, cadence });
  const told = new Set([...content.upcoming, ...(content.votes ?? [])].map(keyOfFact));
  return noticeOf(urgentFacts(of).filter(({ key }) => told.has(key)));
};

const sameButThemes = (one: IssueContent, other: IssueContent): boolean => {
  const without = (content: IssueContent): string =>
    canonicalJson(
      JSON.parse(JSON.stringify(content, (name, value: unknown) => (name === 'themes' ? undefined : value))),
    );
  return without(one) === without(other);
};

const othersOf = ({ template, madeWith: then }: ComposedIssue): OtherPart[] => {
  const now = madeWith();
  const parts = Object.keys(now) as (keyof MadeWith)[];
  return [
    ...(template === templateVersion
      ? []
      : [{ part: 'template' as const, then: String(template), now: String(templateVersion) }]),
    ...parts.flatMap((part) => (then && then[part] !== now[part] ? [{ part, then: then[part], now: now[part] }] : [])),
  ];
};
