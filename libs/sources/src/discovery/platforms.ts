import type { Candidate } from './candidate.js';
import type { PageFacts } from './page-facts.js';
import { agendaDuLibre, communecter, demosphere, mastodon, meetup, openAgenda } from './hosted-platforms.js';
import { gancio, mediawiki, mobilizon, wordpress, yeswiki } from './installed-platforms.js';
import type { Platform } from './platform.js';

/** The platforms whose addresses are known by their paths. */
const platforms: readonly Platform[] = [
  ...[mobilizon, gancio, demosphere, communecter, openAgenda, meetup, agendaDuLibre],
  ...[wordpress, mediawiki, yeswiki, mastodon],
];

/** Addresses that the platform of a page has, whether or not the page links to them. */
export const knownPaths = (page: PageFacts): readonly Candidate[] =>
  platforms.flatMap(({ name, candidates }) => candidates(page).map((one) => ({ ...one, because: name })));
