import { UnreadableDocument } from '@relais/sources';
import type { Fetched } from '@relais/sources';

/** The field in which chats that send forms put their JSON (as Slack does). */
const inField = 'payload';

/** What was posted to a webhook as a document: JSON as it is, a form as what is in it. Throws UnreadableDocument for an empty one. */
export const pushedMessage = (body: Uint8Array, mediaType: string): Pick<Fetched, 'body' | 'mediaType'> => {
  if (body.length === 0) throw new UnreadableDocument('an empty message; expected JSON, a form or a calendar');
  if (!/^application\/x-www-form-urlencoded/i.test(mediaType)) return { body, mediaType };
  const fields = new URLSearchParams(Buffer.from(body).toString('utf8'));
  const json = fields.get(inField) ?? JSON.stringify(Object.fromEntries(fields));
  return { body: Buffer.from(json), mediaType: 'application/json' };
};
