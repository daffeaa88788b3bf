import type { ListId } from '@relais/vocabulary';
import { answerHeaders, listHeaders } from './headers.js';

const headers = (listName = 'Info Lille') =>
  listHeaders({
    list: 'info-lille' as ListId,
    listName,
    publicUrl: 'https://relais.example:8443',
    oneClick: 'https://relais.example:8443/abonnement/quitter?jeton=x',
  });
const listId = (name: string): string => headers(name)['List-Id'] ?? '';
/** The phrase of a List-Id as a mail program reads it (RFC 2047, 6.2: between encoded words, spaces do not count). */
const read = (header: string): string =>
  [...header.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)]
    .map(([, word = '']) => Buffer.from(word, 'base64').toString())
    .join('');

describe('the headers of a list’s letters', () => {
  it('say the list, its help, its archive and how to leave it by one POST', () => {
    expect(headers()).toEqual({
      'List-Id': 'Info Lille <info-lille.relais.example>',
      'List-Help': '<https://relais.example:8443/abonnement>',
      'List-Archive': '<https://relais.example:8443/lettres>',
      'List-Unsubscribe': '<https://relais.example:8443/abonnement/quitter?jeton=x>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    });
  });

  it('have a List-Id that no name can break', () => {
    expect(listId('Info" <evil.example>, \\(x)')).toBe('Info evilexample x <info-lille.relais.example>');
    expect(listId('Infos\r\nBcc: x@y.example')).not.toMatch(/[\r\n]/);
  });

  it('encode a name in words of at most 75 characters, none of them broken', () => {
    for (const name of ['L’Info des communs', 'é'.repeat(70), `a${'🧵'.repeat(30)}`]) {
      const header = listId(name);
      expect(read(header)).toBe(name);
      const words = header.split(' ').slice(0, -1);
      expect(Math.max(...words.map((word) => word.length))).toBeLessThanOrEqual(75);
      for (const word of words) expect(read(word)).not.toContain('\ufffd');
      expect(header.endsWith(' <info-lille.relais.example>')).toBe(true);
    }
  });
});

describe('the headers of a letter that answers a form', () => {
  it('say that no person wrote it, and nothing of a list', () => {
    expect(answerHeaders()).toEqual({ 'Auto-Submitted': 'auto-generated' });
  });
});
