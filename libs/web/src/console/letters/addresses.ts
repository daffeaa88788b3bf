import type { IssueId } from '@relais/vocabulary';

export const lettersAddress = '/admin/lettres';
export const issueAddress = (issue: IssueId): string => `${lettersAddress}/${encodeURIComponent(issue)}`;
