import { gatherings, type AnnouncementRow, type GatheringRow, type ReadModels } from '@relais/read-models';
import type { AskedProblem, RulingFields, RulingsSeen } from '@relais/web/console';

/** What is to be compared, by the rows that are shown, or what is wrong with what was typed. */
export type CaseAsked =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'one'; one: GatheringRow }>
  | Readonly<{ kind: 'two'; one: GatheringRow; other: GatheringRow }>
  | Readonly<{ kind: 'part'; whole: GatheringRow; announcement: AnnouncementRow; beside: AnnouncementRow }>
  | Readonly<{ kind: 'wrong'; errors: NonNullable<RulingsSeen['errors']>; one?: GatheringRow }>;

type Fields = Pick<RulingFields, 'une' | 'autre' | 'annonce'>;

const keyOf = ({ source, item }: AnnouncementRow): string => `${source} ${item}`;

/** By the address of its page, whole or not, or of one of its documents. */
const gatheringAt = (models: ReadModels, typed: string): GatheringRow | undefined => {
  const last = typed
    .trim()
    .replace(/^.*\/rencontres\//, '')
    .replace(/[/?#].*$/, '');
  return models.get(gatherings, last) ?? models.get(gatherings, last.replace(/\.(ics|json)$/, ''));
};

const found = (models: ReadModels, typed: string): GatheringRow | AskedProblem => {
  if (typed.trim() === '') return 'missing';
  const row = gatheringAt(models, typed);
  if (row === undefined) return 'unknown';
  return row.announcements.length === 0 ? 'not-announced' : row;
};

const isProblem = (one: GatheringRow | AskedProblem): one is AskedProblem => typeof one === 'string';

export const caseAsked = (models: ReadModels, { une, autre, annonce }: Fields): CaseAsked => {
  if ([une, autre].every((typed) => typed.trim() === '')) return { kind: 'none' };
  const one = found(models, une);
  if (isProblem(one)) return { kind: 'wrong', errors: { une: one } };
  if (annonce !== '') return partAsked(one, annonce);
  if (autre.trim() === '') return { kind: 'one', one };
  const other = found(models, autre);
  if (isProblem(other)) return { kind: 'wrong', errors: { autre: other }, one };
  if (other.gathering === one.gathering) return { kind: 'wrong', errors: { autre: 'the-same' }, one };
  return { kind: 'two', one, other };
};

/** An announcement is taken out beside the oldest of the others: that one keeps the gathering. */
const partAsked = (whole: GatheringRow, annonce: string): CaseAsked => {
  const announcement = whole.announcements.find((row) => keyOf(row) === annonce);
  const beside = whole.announcements.find((row) => keyOf(row) !== annonce);
  if (announcement === undefined || beside === undefined) return { kind: 'one', one: whole };
  return { kind: 'part', whole, announcement, beside };
};

/** The two that are ruled on, as the moderation is asked for them. */
export const ruledOn = (asked: CaseAsked): Readonly<{ one: string; other: string }> | undefined => {
  if (asked.kind === 'two') return { one: asked.one.gathering, other: asked.other.gathering };
  return asked.kind === 'part' ? { one: keyOf(asked.beside), other: keyOf(asked.announcement) } : undefined;
};
