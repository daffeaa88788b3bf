import { itemsRead, notedDate, type Note } from '../item-list.js';
import { isObject, fetchedJson, textOf, type Json } from '../json-document.js';
import { reportOf } from '../report.js';
import {
  UnreadableDocument,
  type Fetched,
  type ReadDocument,
  type Report,
  type SourceFormat,
} from '../source-format.js';
import { identityOf } from './identity.js';
import { htmlOfMessage, linksIn } from './message-text.js';

/** What a message says, wherever the kind of chat has its text: `text` (Mattermost, Slack), `content` (Discord), `markdown` (Webex), blocks (Slack), a card (Teams). */
const textIn = (message: Json): string => {
  const blocks = ['attachments', 'blocks', 'embeds', 'sections'].flatMap((name) => listOf(message[name]));
  const own = ['title', 'text', 'content', 'markdown'].flatMap((name) => textOf(message[name]) ?? []);
  const within = blocks.flatMap((block) => {
    if (!isObject(block)) return [];
    const [title, url] = [textOf(block['title']), textOf(block['title_link'] ?? block['url'])];
    const heading = title && url ? `[${title.replaceAll(/[[\]]/g, '')}](${url})` : title;
    const text = block['text'] ?? block['description'] ?? block['activityTitle'];
    // In Slack's blocks a text has a type beside it; what stands above an attachment is one of its members.
    return [textOf(block['pretext']), heading, textOf(isObject(text) ? text['text'] : text)].flatMap(
      (one) => one ?? [],
    );
  });
  const actions = listOf(message['potentialAction']).flatMap((action) =>
    listOf(isObject(action) ? action['targets'] : undefined).flatMap((target) =>
      isObject(target) ? (textOf(target['uri']) ?? []) : [],
    ),
  );
  return [...own, ...within, ...actions].join('\n\n');
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 50) : []);

const messageReport = (message: Json, fetched: Fetched, note: Note): Report | undefined => {
  const text = textIn(message).slice(0, 100_000);
  const links = linksIn(text);
  const identity = identityOf(links);
  if (identity === undefined) {
    note(text === '' ? 'no text' : 'no link in the text: it cannot be told from other messages');
    return undefined;
  }
  const published = notedDate(textOf(message['timestamp']), note);
  return reportOf({
    kind: 'news',
    item: identity.item,
    title: identity.label,
    html: htmlOfMessage(text),
    link: identity.item,
    base: fetched.url,
    ...(published && { published }),
  });
};

/**
 * A message as Loomio, and what else speaks to chats, posts it to a webhook. Payloads have neither an id nor a kind: what the link in
 * the text leads to is the item, and several messages about it are one.
 */
export const chatWebhook: SourceFormat = {
  name: 'chat-webhook',
  recognises: (_fetched, text) =>
    /^\[?\s*\{\s*"(text|content|markdown|username|icon_url|avatar_url|channel|attachments|blocks|embeds|@type|@context)"\s*:/.test(
      text,
    ) &&
    /"(text|content|markdown|title|pretext)"\s*:\s*"/.test(text) &&
    (!/"@?context"|"@type"/.test(text) || /"MessageCard"/.test(text)),
  async read(fetched): Promise<ReadDocument> {
    const document = fetchedJson(fetched);
    const messages = Array.isArray(document) ? document : isObject(document) ? [document] : undefined;
    if (messages === undefined) throw new UnreadableDocument('a webhook without a message');
    return itemsRead(messages, 'messages', (message, note) => messageReport(message, fetched, note));
  },
};
