import type { Page } from '../html-page.js';
import type { Fetched, ReadingError, Report } from '../source-format.js';
import { jsonLdIn, jsonLdOf } from './json-ld.js';
import { microdataIn, rdfaIn } from './microdata.js';
import { itemReports } from './microformats/item-reports.js';
import { itemsIn } from './microformats/items.js';
import { openGraphIn } from './open-graph.js';
import { eventReports } from './schema-org/event-reports.js';

type Situation = Readonly<{ fetched: Fetched; base: string; page: string }>;
type Reading = Readonly<{ reports: readonly Report[]; errors: readonly ReadingError[] }>;

const broken: Reading = { reports: [], errors: [{ where: 'the document', what: 'cannot be understood as JSON-LD' }] };

/** The first way of saying what there is in which a page says something; what cannot be used of the others is told as well. */
export const readingsOf = (source: Page | string, situation: Situation): Reading => {
  if (typeof source === 'string') {
    const values = jsonLdOf(source);
    return values ? eventReports(values, 'JSON-LD', situation) : broken;
  }
  const scripts = jsonLdIn(source);
  const ways: readonly (() => Reading)[] = [
    () => eventReports(scripts.values, 'JSON-LD', situation),
    () => eventReports(microdataIn(source), 'microdata', situation),
    () => eventReports(rdfaIn(source), 'RDFa', situation),
    () => itemReports(itemsIn(source), situation),
    () => eventReports(openGraphIn(source), 'OpenGraph', situation),
  ];
  for (const way of ways) {
    const { reports, errors } = way();
    if (reports.length > 0) return { reports, errors: [...scripts.errors, ...errors] };
  }
  return { reports: [], errors: scripts.errors };
};
