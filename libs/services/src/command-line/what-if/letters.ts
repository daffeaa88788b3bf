import type { DigestEvent } from '@relais/digest';
import { digestLetter, filled, type DigestIssue, type LetterTemplate } from '@relais/digests';
import type { EventOf } from '@relais/event-sourcing';
import { elsewhen, Untriable, type ReadableLog } from '@relais/read-models';
import { languages, type Language, type ListId } from '@relais/vocabulary';
import { knownEvent } from '@relais/catalogue';
import type { Deployment } from '../../wiring/deployment.js';
import { lineChanges, type LineChange } from './line-changes.js';

type Composed = EventOf<DigestEvent, 'digest.composed'>['data'];

/** Makes a letter of an issue, as our own template does. */
export type LetterMaker = (issue: DigestIssue) => LetterTemplate;

/** What another template makes otherwise of one issue in one language. */
export type LetterDifference = Readonly<{
  issue: string;
  language: Language;
  subject?: Readonly<{ before: string; after: string }>;
  text: readonly LineChange[];
  /** Whether the HTML is other. */
  html: boolean;
}>;

/** The maker that a module exports. Throws {@link Untriable} where it exports none. */
export const letterMakerIn = (module: Readonly<Record<string, unknown>>, file: string): LetterMaker => {
  const found = module['digestLetter'] ?? module['default'];
  if (typeof found === 'function') return found as LetterMaker;
  throw new Untriable(`${file} exports no letter: a function «digestLetter» of an issue, or as its default`);
};

/** The last issues of each list, the newest first. */
const lastIssues = async (log: ReadableLog, most: number): Promise<readonly Composed[]> => {
  const found = new Map<ListId, Composed[]>();
  for await (const page of log.readAllBack(undefined, { types: ['digest.composed'] }))
    for (const event of page) {
      const { type, data } = knownEvent(event);
      if (type !== 'digest.composed') continue;
      const issues = found.get(data.list) ?? [];
      if (issues.length < most) found.set(data.list, [...issues, data]);
    }
  return [...found.values()].flat();
};

/** An issue whose list is configured no more goes by the names in its ids. */
const aboutOf = ({ settings, lists, assemblies }: Deployment, { list, assembly }: Composed) => {
  const profile = assemblies.find(({ id }) => id === assembly)?.profile;
  return {
    listName: lists.find(({ id }) => id === list)?.name ?? list,
    assemblyName: profile?.name ?? assembly,
    city: profile?.city ?? assembly,
    publicUrl: settings.publicUrl,
  };
};

const isLetter = (value: unknown): value is LetterTemplate =>
  typeof value === 'object' &&
  value !== null &&
  ['subject', 'html', 'text'].every((part) => typeof (value as Readonly<Record<string, unknown>>)[part] === 'string');

/** What the other makes of it, if it is a letter that could go out. */
const tried = (make: LetterMaker, issue: DigestIssue): LetterTemplate => {
  const which = `of ${issue.issue} (${issue.language})`;
  try {
    const [letter, again] = [make(issue), elsewhen(() => make(issue))];
    if (!isLetter(letter)) throw new Error('it is no object with a subject, html and text');
    if (JSON.stringify(letter) !== JSON.stringify(again)) throw new Error('it is another letter the second time');
    filled(letter, {
      ...{ leave: 'https://leave.example', preferences: 'https://preferences.example' },
      ...{ why: 'https://why.example', answer: 'token' },
    });
    return letter;
  } catch (error) {
    throw new Untriable(
      `the letter ${which} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    );
  }
};

/** What another template would make otherwise of the last issues of each list, in every language. Nothing is sent. */
export const supposeLetter = async (
  log: ReadableLog,
  deployment: Deployment,
  make: LetterMaker,
  most: number,
): Promise<Readonly<{ letters: number; differences: readonly LetterDifference[] }>> => {
  const issues = (await lastIssues(log, most)).flatMap((composed) =>
    languages.map((language): DigestIssue => ({ ...composed, ...aboutOf(deployment, composed), language })),
  );
  const differences = issues.flatMap((issue) => {
    const [ours, other] = [digestLetter(issue), tried(make, issue)];
    const difference: LetterDifference = {
      ...{ issue: issue.issue, language: issue.language },
      ...(ours.subject !== other.subject && { subject: { before: ours.subject, after: other.subject } }),
      ...{ text: lineChanges(ours.text, other.text), html: ours.html !== other.html },
    };
    return difference.subject || difference.text.length > 0 || difference.html ? [difference] : [];
  });
  return { letters: issues.length, differences };
};
