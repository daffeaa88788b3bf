import type { Advice, CanarySeen } from '@relais/web/console';

/** A list that takes longer, in seconds, has somebody look at each letter. */
const slow = 30 * 60;

/**
 * What is to be asked of whoever keeps a list, or to be done here. `believes`: the settings name whose word on signatures counts.
 * A signature that the list breaks is no harm where the list writes in its own name: what DMARC asks is what counts.
 */
export const adviceFor = (canary: CanarySeen, { believes }: Readonly<{ believes: boolean }>): readonly Advice[] => {
  if (canary.verdict === 'missed') return ['held'];
  if (canary.verdict !== 'arrived') return [];
  return [
    ...(canary.delay > slow ? (['slow'] as const) : []),
    ...(!believes ? (['authserv'] as const) : !canary.aligned ? (['munging'] as const) : []),
  ];
};
