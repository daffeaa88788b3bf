import type { AdminId, AssemblyId } from '@relais/vocabulary';
import { offeredMinutes, type Wish, type WishErrors } from '@relais/web/console';
import type { Wanted } from '../../../adding/adding.js';

type Fields = Readonly<Record<string, string>>;

/** The form by which a source is added, as it was sent. */
export const wishOf = (fields: Fields): Wish => {
  const { adresse = '', ville = '', url = '', titre = '', minutes = '', plateforme = 'web', site = '' } = fields;
  return { adresse, ville, url, titre: titre.trim(), minutes, plateforme, site };
};

const longestTitle = 200;

/** What of it is to be corrected, by field; undefined where nothing is. */
export const errorsIn = ({ titre, minutes }: Wish): WishErrors | undefined => {
  const isOffered = offeredMinutes.some((offered) => String(offered) === minutes);
  const errors: WishErrors = {
    ...(titre === '' && { titre: 'missing' as const }),
    ...(titre.length > longestTitle && { titre: 'too-long' as const }),
    ...(!isOffered && { minutes: 'not-offered' as const }),
  };
  return Object.keys(errors).length > 0 ? errors : undefined;
};

export const wantedOf = (
  { url, titre, minutes, plateforme, site }: Wish,
  assembly: AssemblyId,
  by: AdminId,
): Wanted => ({
  ...{ assembly, url, title: titre, platform: plateforme, every: Number(minutes), by },
  ...(site !== '' && { site }),
});
