import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../upcasters/fixtures');

/** What an event of a type said when its shape was first written, as it stands in `upcasters/fixtures/<type>.<schema>.json`. */
export type RecordedShape = Readonly<{
  name: string;
  type: string;
  schema: number;
  data: Readonly<Record<string, unknown>>;
}>;

/** Every shape that was ever written into a log, in the order of their names. */
export const recordedShapes = (): readonly RecordedShape[] =>
  readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, type, schema] = /^(.+)\.([1-9]\d*)\.json$/.exec(file) ?? [];
      if (type === undefined) return [];
      const data = JSON.parse(readFileSync(join(folder, file), 'utf8')) as RecordedShape['data'];
      return [{ name: `${type}.${schema}`, type, schema: Number(schema), data }];
    });

/** The digests that the shapes were recorded with: what a fixture said on the day it was made, for ever. */
export const recordedDigests = (): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(folder, 'digests.json'), 'utf8')) as Record<string, string>;
