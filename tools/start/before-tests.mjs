import { build } from './build.mjs';

/** Some tests start the real programs: what they start must be of today. */
export default build;
