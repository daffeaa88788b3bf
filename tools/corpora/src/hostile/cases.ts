import { attributes } from './attributes.ts';
import { brokenXml } from './broken-xml.ts';
import { calendarsAndJson } from './calendars-and-json.ts';
import { depth } from './depth.ts';
import { encodings } from './encodings.ts';
import { entities } from './entities.ts';
import type { HostileCase } from './hostile-case.ts';
import { namespaces } from './namespaces.ts';
import { scripts } from './scripts.ts';
import { volume } from './volume.ts';

/** The hostile set. A new case: a line in one of the files. */
export const cases: readonly HostileCase[] = [
  ...entities,
  ...depth,
  ...attributes,
  ...encodings,
  ...brokenXml,
  ...namespaces,
  ...scripts,
  ...volume,
  ...calendarsAndJson,
];
