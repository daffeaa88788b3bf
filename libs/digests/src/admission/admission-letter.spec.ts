import { filled } from '../template.js';
import { admissionLetter } from './admission-letter.js';

const enter = 'https://relais.example/admin/entrer?jeton=a&b';

describe('the letter that lets an admin in', () => {
  it.each([
    ['fr', 'Entrer dans la console de relais.example', 'dans les 15 minutes'],
    ['en', 'Enter the console of relais.example', 'within 15 minutes'],
    ['nl', 'Naar de console van relais.example', 'binnen 15 minuten'],
  ] as const)('says in %s where to, for how long, and has the one link, in both parts', (language, subject, long) => {
    const letter = filled(admissionLetter({ host: 'relais.example', minutes: 15, language }), { enter });
    expect(letter.subject).toBe(subject);
    for (const part of [letter.html.replaceAll('&amp;', '&'), letter.text.replaceAll('\n', ' ')]) {
      expect(part).toContain(long);
      expect(part.split(enter)).toHaveLength(2);
    }
    expect(letter.html).toContain(`<html lang="${language}"`);
  });
});
