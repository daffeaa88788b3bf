import type { AssemblyRow } from '../assemblies/assemblies.js';
import { assemblies } from '../assemblies/assemblies.js';
import type { TwoGenerations } from './two-generations.js';

/** Which assembly a row is of: most rows say it; those of a list are of the assembly that opened it. */
export class Cities {
  readonly #ofList = new Map<string, string>();

  constructor(generations: TwoGenerations) {
    for (const side of ['before', 'after'] as const)
      for (const { row } of generations.rows(side, assemblies.name)) {
        const { assembly, lists = [] } = JSON.parse(row) as Partial<AssemblyRow>;
        for (const { list } of lists) if (assembly) this.#ofList.set(list, assembly);
      }
  }

  /** Null for a row that is nobody's, or does not say. */
  of(row: unknown): string | null {
    const { assembly, list } = (row ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof assembly === 'string') return assembly;
    return (typeof list === 'string' && this.#ofList.get(list)) || null;
  }
}
