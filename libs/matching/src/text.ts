/** Small letters without accents, punctuation as spaces. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Words that say nothing, in the languages of our sources. */
export const empty: ReadonlySet<string> = new Set(
  [
    'le la les l un une de des du d a au aux et en sur pour par avec sous dans ou ce cette nos notre votre chez',
    'the of and an on in at for with by to our your us is',
    'het een en van voor met op aan te tot der ter ten om over onze',
    'der die das und im am mit von zu fur ein eine',
  ].flatMap((line) => line.split(' ')),
);
