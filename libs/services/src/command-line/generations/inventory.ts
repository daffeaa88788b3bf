import { describeGeneration, isDamaged, type DescribedGeneration, type Generations } from '@relais/read-models';
import type { Output } from '../output.js';

type Listed = Readonly<{ generation: number; file: string; shown: boolean }> &
  (DescribedGeneration | Readonly<{ damaged: string }>);

const lookedInto = (file: string): DescribedGeneration | Readonly<{ damaged: string }> => {
  try {
    return describeGeneration(file);
  } catch (error) {
    if (isDamaged(error)) return { damaged: (error as Error).message };
    throw error;
  }
};

const sizeInWords = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const inWords = (one: Listed): string => {
  const number = String(one.generation).padStart(6);
  if ('damaged' in one)
    return `${number}  damaged (${one.damaged}): it holds nothing that the log does not; replay makes another`;
  const { position, rows, bytes, made, outdated } = one;
  const of = outdated ? `of other code: ${outdated}` : 'of this code';
  const what = `position ${position}, ${rows} rows, ${sizeInWords(bytes)}, made ${made.toISOString().slice(0, 19)}Z, ${of}`;
  return `${number}  ${what}${one.shown ? '  (shown)' : ''}`;
};

/** Every generation there is, the oldest first. */
export const tellGenerations = (generations: Generations, output: Output): void => {
  const current = generations.current();
  for (const generation of generations.list()) {
    const file = generations.fileOf(generation);
    const one: Listed = { generation, file, shown: generation === current, ...lookedInto(file) };
    output.say(one, () => inWords(one));
  }
};
