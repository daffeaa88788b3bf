import { randomUUID } from 'node:crypto';
import { isOneLine } from './chain.js';
import { DuplicateId, type NewEvent, type Shapes } from './event-store.js';

/** An event ready to be written: nothing that is wrong with it can come to light in the middle of a transaction. */
export type Prepared = Readonly<{ id: string; type: string; data: string; metadata: string }>;

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Events as they will be stored. Throws {@link DuplicateId} for two under one id, and an Error for an id that is no UUID,
 * for data that is no JSON, and for a name with a line feed in it.
 */
export const prepared = (
  stream: string,
  events: readonly NewEvent[],
  { newId = randomUUID, shapes }: { newId?: () => string; shapes?: Shapes | undefined } = {},
): Prepared[] => {
  const ids = new Set<string>();
  return events.map(({ id: given, type, data, metadata }) => {
    const id = given?.toLowerCase() ?? newId();
    if (!isUuid.test(id)) throw new Error(`«${id}» is not a UUID`);
    if (ids.has(id)) throw new DuplicateId(id);
    ids.add(id);
    for (const name of [stream, type])
      if (!isOneLine(name)) throw new Error(`«${name.split('\n')[0]}…» holds a line feed: no name of the log may`);
    const text = JSON.stringify(data) as string | undefined;
    if (text === undefined) throw new Error(`the data of ${type} in ${stream} is not JSON`);
    const schema = shapes?.schemaOf(type) ?? 1;
    return { id, type, data: text, metadata: JSON.stringify({ ...metadata, ...(schema > 1 && { schema }) }) };
  });
};
