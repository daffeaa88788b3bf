/** A moment as ISO 8601 in UTC, to the second or finer, ending in `Z`: a string, so that events stay plain JSON. */
export type Instant = string;
/** A day in some place: `YYYY-MM-DD`. */
export type LocalDate = string;
/** An IANA time zone, such as `Europe/Paris`. */
export type TimeZone = string;

/**
 * When a gathering is, as far as its announcement says.
 * `timed`: from an instant, shown in `zone`; `zoneAssumed` marks a floating time read in its source's zone (a guess, said to be one);
 * without `ends` the end is not known. `all-day`: whole days in the place, `until` being the last of them.
 */
export type When =
  | Readonly<{ kind: 'timed'; starts: Instant; ends?: Instant; zone: TimeZone; zoneAssumed?: true }>
  | Readonly<{ kind: 'all-day'; from: LocalDate; until: LocalDate }>;
