import { letters } from '../letters/letters.js';
import type { Projection } from '../projection.js';
import { projections } from '../projections.js';
import { subscribers } from '../subscribers/subscribers.js';

const ofPersons: readonly Projection<never>[] = [letters, subscribers];

/** What public pages and feeds are made of. Nothing of a person is among it, so that nothing of one is kept for the past. */
export const publicProjections: readonly Projection<never>[] = projections.filter((one) => !ofPersons.includes(one));
