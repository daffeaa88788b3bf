import { assemblies, issues, type IssueRow, type ReadModels } from '@relais/read-models';
import type { Instant } from '@relais/vocabulary';
import type { TellableIssue } from './telling/issue.js';

/** An issue of the archive: who it is from is named as it is named today. */
export type ArchivedIssue = TellableIssue &
  Readonly<{
    row: IssueRow;
    /** Before it was composed, nothing of it could be read. */
    composedAt: Instant;
  }>;

const archived = (models: ReadModels, row: IssueRow, publicUrl: string): ArchivedIssue => {
  const assembly = models.get(assemblies, row.assembly);
  const { issue, date, content, cadence, composedAt } = row;
  return {
    ...{ row, issue, date, content, composedAt, publicUrl },
    ...(cadence && { cadence }),
    ...(assembly && { zone: assembly.profile.zone }),
    assemblyName: assembly?.profile.name ?? row.assembly,
    city: assembly?.profile.city ?? row.assembly,
    listName: assembly?.lists.find(({ list }) => list === row.list)?.name ?? row.list,
  };
};

/** An issue that everybody may read; undefined where there is none, or somebody has to approve it before. */
export const archivedIssue = (models: ReadModels, id: string, publicUrl: string): ArchivedIssue | undefined => {
  const row = models.get(issues, id);
  return row === undefined || row.waits ? undefined : archived(models, row, publicUrl);
};

/** Every issue that everybody may read, the newest first. */
export const archivedIssues = (models: ReadModels, publicUrl: string): ArchivedIssue[] =>
  models
    .find(issues, { order: ['date', 'descending'] })
    .flatMap(({ row }) => (row.waits ? [] : [archived(models, row, publicUrl)]));
