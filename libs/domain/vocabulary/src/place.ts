/** Where a gathering is, as far as its announcement says. WGS 84 degrees. */
export type Place = Readonly<{
  name?: string;
  address?: string;
  postalCode?: string;
  city?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  latitude?: number;
  longitude?: number;
}>;
