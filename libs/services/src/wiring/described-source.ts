import { publicAddress, secretIn, type SourceDescription } from '@relais/assembly';
import type { ConfiguredSource } from '@relais/configuration';
import type { SourceId } from '@relais/vocabulary';

/** What is recorded of a source that the configuration names, for everybody and for ever. */
export const describedSource = (source: ConfiguredSource, isSample: boolean): SourceDescription => {
  // What is shown is the real address; a sample's own path is nobody's business.
  const [url, site] = [openAddress(source), source.site && withoutPassword(source.site)];
  return {
    source: source.id as SourceId,
    title: source.title,
    ...(url && { url }),
    ...(site && { site }),
    platform: source.platform,
    ...(isSample && { sample: true as const }),
  };
};

/** Undefined for one that is nobody's business: as the configuration says, or as it looks where that says nothing. */
const openAddress = ({ url: written, private: isPrivate }: ConfiguredSource): string | undefined => {
  if (written === undefined || isPrivate === true) return undefined;
  const open = withoutPassword(written);
  const looksSecret = isPrivate === undefined && secretIn(new URL(open)) !== undefined;
  return looksSecret ? undefined : open;
};

/** As it is written, but for a name, a password and a fragment. */
const withoutPassword = (written: string): string => {
  const address = publicAddress(written);
  if (address === undefined) return written;
  const { username, password, hash } = new URL(written);
  if (`${username}${password}${hash}` === '') return written;
  address.username = address.password = '';
  return address.href;
};
