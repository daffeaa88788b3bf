import type { Candidate } from './candidate.js';
import type { PageFacts } from './page-facts.js';

/** What is known of the addresses of a platform. */
export type Platform = Readonly<{
  name: string;
  /** Candidates where the page is one of this platform's; none elsewhere. */
  candidates(page: PageFacts): readonly Omit<Candidate, 'because'>[];
}>;

type Kind = Candidate['kind'];

/** A candidate at a path of the page's site, or at an address relative to the page. */
export const at = (path: string, { url }: PageFacts, kind: Kind, confidence: number): Omit<Candidate, 'because'> => ({
  url: new URL(path, url).href,
  kind,
  confidence,
});

/** The markup of a page leaves a trace of it. */
export const shows = ({ markup, generator }: PageFacts, trace: RegExp): boolean =>
  trace.test(generator) || trace.test(markup);
