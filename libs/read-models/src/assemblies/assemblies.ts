import type { AssemblyProfile } from '@relais/assembly';
import type { AssemblyId, Instant, ListId } from '@relais/vocabulary';
import type { Projection } from '../projection.js';

/** An assembly and the lists it writes to. Its key is the assembly's id. */
export type AssemblyRow = Readonly<{
  assembly: AssemblyId;
  profile: AssemblyProfile;
  foundedAt: Instant;
  lists: readonly Readonly<{ list: ListId; name: string; kind: 'info' }>[];
}>;

export const assemblies: Projection<AssemblyRow, 'city'> = {
  name: 'assemblies',
  version: 1,
  columns: { city: (row) => row.profile.city },
  on: {},
};
