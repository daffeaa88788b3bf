import { httpUrl } from '../report.js';

const hostOf = (address: string): string => new URL(address).host.replace(/^www\./, '');

/**
 * Whether a document may speak for what has this id: only a server itself says what its own ids are, so that what it shows of
 * others is hearsay. A file on this machine has no host; whoever put it there speaks for all of it.
 */
export const speaksFor = (document: string, id: string): boolean => {
  if (document.startsWith('file:')) return true;
  const address = httpUrl(id, document);
  return address !== undefined && hostOf(address) === hostOf(document);
};
