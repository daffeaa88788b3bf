import { agenda } from './agenda/agenda.js';
import { assemblies } from './assemblies/assemblies.js';
import { attendances } from './attendances/attendances.js';
import { canaries } from './canaries/canaries.js';
import { checkpoints } from './checkpoints/checkpoints.js';
import { gatherings } from './gathering/gathering.js';
import { issues } from './issues/issues.js';
import { letters } from './letters/letters.js';
import { news } from './news/news.js';
import type { Projection } from './projection.js';
import { rhythms } from './rhythms/rhythms.js';
import { sourceItems } from './source-items/source-items.js';
import { sources } from './sources/sources.js';
import { subscribers } from './subscribers/subscribers.js';

/** Every projection. A new one: its folder, and one line here. */
export const projections: readonly Projection<never>[] = [
  agenda,
  assemblies,
  attendances,
  canaries,
  checkpoints,
  gatherings,
  issues,
  letters,
  news,
  rhythms,
  sourceItems,
  sources,
  subscribers,
];
