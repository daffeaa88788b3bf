import { secretIn } from '@relais/assembly';
import type { DeployedSource } from '../../wiring/deployment.js';

/** Nobody is to know where it is read: it is read somewhere, and its description does not say where. */
const isPrivate = ({ readFrom, description }: DeployedSource): boolean =>
  description.url === undefined && !readFrom.startsWith('file:');

/** Whether the log may hold, for everybody and for ever, that what is read at one address moved to another. */
export const mayBeTold = (source: DeployedSource, ...urls: readonly (string | undefined)[]): boolean =>
  !isPrivate(source) &&
  urls.every((url) => {
    const address = url === undefined ? null : URL.parse(url);
    return address === null || secretIn(address) === undefined;
  });

/**
 * What the relative addresses in a document are resolved against: where it came from. An empty one would tell all of that, and
 * so would an item that has no page of its own; of a private source it is where people can look, or only its host.
 */
export const baseOf = (source: DeployedSource, url: string): string => {
  if (!isPrivate(source)) return url;
  const [own, site] = [new URL('/', url), URL.parse(source.description.site ?? '')];
  return site?.host === own.host ? site.href : own.href;
};
