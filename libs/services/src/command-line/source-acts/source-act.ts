import type { AddedBy } from '@relais/assembly';
import type { Desk, Ending, Options } from '../verb.js';

/** Something that `relais sources …` does. One file each. */
export interface SourceAct {
  readonly name: string;
  /** What it is done to, as it is shown to whoever used it wrongly; without, it takes nothing. */
  readonly operand?: string;
  run(desk: Desk, options: Options, operand: string): Promise<Ending>;
}

/** Who does it: the admin that was named, or whoever works at this machine. Throws NotConfigured. */
export const doneBy = ({ deployment }: Desk, { by }: Options): AddedBy =>
  typeof by === 'string' ? deployment().admin(by).id : 'operator';
