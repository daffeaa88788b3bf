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
  on: {
    'assembly.founded': (rows, { data: { assembly, profile }, recordedAt }) =>
      rows.put(assembly, { assembly, profile, foundedAt: recordedAt, lists: [] }),
    'assembly.described': (rows, { data: { assembly, profile } }) => rows.change(assembly, { profile }),
    'list.opened': (rows, { data: { list, assembly, name, kind } }) => {
      const row = rows.get(assembly);
      const others = row?.lists.filter((one) => one.list !== list) ?? [];
      rows.change(assembly, { lists: [...others, { list, name, kind }] });
    },
  },
};
