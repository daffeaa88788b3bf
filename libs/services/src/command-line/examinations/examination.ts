import type { Settings } from '@relais/configuration';
import type { Finding } from '../../postmaster/finding.js';

export { bad, doubtful, good, messageOf, type Finding } from '../../postmaster/finding.js';

/** One thing that the doctor looks at. Undefined where there is nothing to look at. */
export type Examination = Readonly<{ name: string; look(settings: Settings): Promise<Finding | undefined> }>;
