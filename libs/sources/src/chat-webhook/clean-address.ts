/** Parameters that say where a reader came from, or let whoever has them speak as that reader: never what is read. */
const ofTheReader = /^(utm_\w+|\w*(reader|stance|membership|unsubscribe|invitation)_token|fbclid|gclid)$/i;

/** An address without what is about its reader. */
export const cleanAddress = (url: URL): URL => {
  const clean = new URL(url);
  for (const name of [...clean.searchParams.keys()]) if (ofTheReader.test(name)) clean.searchParams.delete(name);
  return clean;
};
