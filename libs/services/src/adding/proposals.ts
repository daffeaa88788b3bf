import type { Candidate } from '@relais/sources';
import type { AssemblyId, SourceId } from '@relais/vocabulary';

/** A name as ids are made of: small letters, digits and single hyphens. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');

/** Formats that only one platform writes. */
const ownFormats = new Set(['communecter', 'gancio', 'mobilizon', 'openagenda', 'wordpress', 'mediawiki', 'yeswiki']);
const notPlatforms = /^(linked|an agenda|events in|the )/;

/** The platform that is behind an address, as far as anything shows it: `web` where nothing does. */
export const proposedPlatform = (format: string, candidates: readonly Candidate[]): string => {
  if (ownFormats.has(format)) return format;
  const named = candidates.find(({ because }) => !notPlatforms.test(because))?.because;
  return named === undefined ? 'web' : slugOf(named);
};

/** An id of a city and a platform, or a host, that no source has or ever had. */
export const proposedId = (
  { assembly, platform, url }: Readonly<{ assembly: AssemblyId; platform: string; url: string }>,
  isTaken: (id: SourceId) => boolean,
): SourceId => {
  const host = new URL(url).hostname.replace(/^www\./, '');
  // `agenda.exemple.org` is `agenda-exemple`; an address of numbers has no end to leave out.
  const site = slugOf(/^[\d.:[\]a-f]+$/.test(host) ? host : host.replace(/\.[a-z]{2,}$/, ''));
  const base = `${assembly}-${platform === 'web' ? site || 'source' : platform}`;
  for (const name of [base, ...(platform === 'web' || site === '' ? [] : [`${base}-${site}`])])
    if (!isTaken(name as SourceId)) return name as SourceId;
  for (let n = 2; ; n++) if (!isTaken(`${base}-${n}` as SourceId)) return `${base}-${n}` as SourceId;
};
