import type { SourceRow } from '@relais/read-models';
import type { Language, TimeZone } from '@relais/vocabulary';

/** What every part of the page is made from. */
export type Seen = Readonly<{ row: SourceRow; language: Language; zone: TimeZone }>;
