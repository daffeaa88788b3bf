import { createHash } from 'node:crypto';
import type { ReportedItem } from '@relais/source';
import type { Report } from '@relais/sources';
import { canonicalJson } from '@relais/vocabulary';

/** Reports as a source's decider takes them: equal fields have equal hashes, whoever read them, and whenever. */
export const reportedItems = (reports: readonly Report[]): readonly ReportedItem[] =>
  reports.map(({ item, fields }) => ({ item, fields, hash: hashOf(fields) }));

const hashOf = (fields: unknown): string =>
  createHash('sha256').update(canonicalJson(fields)).digest('hex').slice(0, 32);
