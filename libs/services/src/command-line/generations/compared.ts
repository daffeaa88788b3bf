import {
  describeGeneration,
  diffFiles,
  isDamaged,
  type Diff,
  type DiffOptions,
  type Generations,
} from '@relais/read-models';
import { Unavailable } from '../../wiring/unavailable.js';
import { WrongUse } from '../verb.js';

/** The number of a generation there is; throws {@link WrongUse} for anything else. */
export const generationNamed = (generations: Generations, name: string): number => {
  const all = generations.list();
  const found = all.find((number) => String(number) === name);
  if (found !== undefined) return found;
  throw new WrongUse(`no generation «${name}»: there ${all.length > 0 ? `are ${all.join(', ')}` : 'is none yet'}`);
};

/** Throws one clear line for a file that cannot be read. */
const readable = (generations: Generations, number: number): string => {
  const file = generations.fileOf(number);
  try {
    // Whatever its projections are: only its format must be ours.
    const { outdated } = describeGeneration(file, []);
    if (outdated === undefined) return file;
    throw new Unavailable(`generation ${number} cannot be read by this code: ${outdated}`);
  } catch (error) {
    throw asDamaged(error, `generation ${number}`);
  }
};

const asDamaged = (error: unknown, which: string): unknown =>
  isDamaged(error)
    ? new Unavailable(
        `${which} is damaged (${(error as Error).message}): it holds nothing that the log does not; make another with relais replay`,
        { cause: error },
      )
    : error;

/** What two generations have not alike, as they are now. */
export const compareGenerations = (
  generations: Generations,
  before: number,
  after: number,
  options: DiffOptions,
): Diff => {
  const files = [readable(generations, before), readable(generations, after)] as const;
  try {
    return diffFiles(...files, options);
  } catch (error) {
    throw asDamaged(error, `generation ${before} or ${after}`);
  }
};
