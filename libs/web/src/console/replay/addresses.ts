import type { Language } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';

export const replayPath = '/admin/rejeu';
/** What would be replayed, and what it takes; the names of the projections stand in its query. */
export const planPath = `${replayPath}/plan`;
/** Where how far a replay is comes from, as events that a server sends. */
export const progressPath = `${replayPath}/progression`;

/** Where a generation is looked at, compared, shown and removed. */
export const generationPath = (generation: number): string => `${replayPath}/generations/${generation}`;

/** The name of the field that chooses a projection: a field that is there twice counts once, so each has its own. */
export const fieldOf = (projection: string): string => `projection-${projection}`;

export const replayAddress = (language: Language): string => pathOf(replayPath, language);
