import type { ListId } from '@relais/vocabulary';

export type ListHeaders = Readonly<{
  list: ListId;
  listName: string;
  publicUrl: string;
  /** Where one POST ends the subscription (RFC 8058). */
  oneClick: string;
}>;

/** What one encoded word may hold: 75 characters in all (RFC 2047, 2), of which 63 are base64. */
const mostOctets = 45;

/** A phrase in ASCII as it is; anything else in encoded words, never split within a character. */
const phrase = (text: string): string => {
  if (/^[\x20-\x7e]*$/.test(text)) return text.replace(/["\\<>(),:;@[\].]/g, '').trim();
  const words = [''];
  for (const character of text.toWellFormed().replace(/[\p{Cc}]/gu, ' ')) {
    const longer = `${words.at(-1) ?? ''}${character}`;
    if (Buffer.byteLength(longer) > mostOctets) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
};

/** Headers of a list's letters: List-Id (RFC 2919), List-Help, List-Archive, List-Unsubscribe (RFC 2369) and its one-click form (RFC 8058). */
export const listHeaders = ({
  list,
  listName,
  publicUrl,
  oneClick,
}: ListHeaders): Readonly<Record<string, string>> => ({
  'List-Id': `${phrase(listName)} <${list}.${new URL(publicUrl).hostname}>`,
  'List-Help': `<${publicUrl}/abonnement>`,
  'List-Archive': `<${publicUrl}/lettres>`,
  'List-Unsubscribe': `<${oneClick}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'Auto-Submitted': 'auto-generated',
});

/**
 * Headers of a letter that answers a form: no list, nothing to unsubscribe from yet. `auto-generated`, since `auto-replied`
 * is for answers to letters (RFC 3834, 5).
 */
export const answerHeaders = (): Readonly<Record<string, string>> => ({ 'Auto-Submitted': 'auto-generated' });
