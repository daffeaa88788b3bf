import type { ListId } from '@relais/vocabulary';

export type ListHeaders = Readonly<{
  list: ListId;
  listName: string;
  publicUrl: string;
  /** Where one POST ends the subscription (RFC 8058). */
  oneClick: string;
}>;

const encoded = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text.replace(/["\\<>]/g, '') : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

/** Headers of a list's letters: List-Id (RFC 2919), List-Help, List-Archive, List-Unsubscribe (RFC 2369) and its one-click form (RFC 8058). */
export const listHeaders = ({
  list,
  listName,
  publicUrl,
  oneClick,
}: ListHeaders): Readonly<Record<string, string>> => ({
  'List-Id': `${encoded(listName.slice(0, 40))} <${list}.${new URL(publicUrl).hostname}>`,
  'List-Help': `<${publicUrl}/abonnement>`,
  'List-Archive': `<${publicUrl}/lettres>`,
  'List-Unsubscribe': `<${oneClick}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'Auto-Submitted': 'auto-generated',
});

/** Headers of a letter that answers a form (RFC 3834): no list, nothing to unsubscribe from yet. */
export const answerHeaders = (): Readonly<Record<string, string>> => ({ 'Auto-Submitted': 'auto-replied' });
