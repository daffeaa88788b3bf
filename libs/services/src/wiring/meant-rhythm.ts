import type { Configuration } from '@relais/configuration';
import type { MeantRhythm } from '@relais/rhythm';
import type { Place, RhythmId, TimeZone } from '@relais/vocabulary';

type Written = Configuration['assemblies'][number]['rhythms'][number];

/** A rhythm of `relais.yaml` as its assembly means it, by the clock of its zone. */
export const meantRhythm = (
  { id, title, rule, from, until, times, minutes, place, skip }: Written,
  zone: TimeZone,
): MeantRhythm => ({
  rhythm: id as RhythmId,
  plan: {
    ...{ title, rule, from, times, zone },
    ...(until && { until }),
    ...(minutes && { minutes }),
    // What is not written down is not there, so that the plan equals the one in the log.
    ...(place && { place: place as Place }),
  },
  skip,
});
