import { createHash } from 'node:crypto';
import type { GatheringFact } from '@relais/digest';
import { languages } from '@relais/vocabulary';
import { admissionLetter } from './admission/admission-letter.js';
import { confirmationLetter } from './confirmation/confirmation-letter.js';
import { correctionLetter } from './correction/correction-letter.js';
import { digestLetter, plainCopy } from './digest/digest-letter.js';
import { editionLetter } from './digest/edition-letter.js';
import { reminderLetter } from './reminder/reminder-letter.js';
import { escaped } from './shell/html.js';
import { wholeEdition } from './telling/issue.js';
import { filled, saidByOthers, slot, templateVersion } from './template.js';
import { issue } from './testing/issue.js';

/** The SHA-256 of the letters below, for each version since this test is there. A version never changes its hash. */
const hashes: Readonly<Record<number, string>> = {
  2: '186a3cee53fc4c5e866ae0ce0ab4e9e7a410a667749afffb210ca0df0a76bb9b',
  3: '639a73884779f6f540b21bd3a4d8899d49b0365b129ae4e5cd040eedf60186ae',
};

describe('the version of the templates', () => {
  it('is raised when a letter changes: add its hash here with the new version', () => {
    const [before] = issue.content.upcoming as [GatheringFact];
    const letters = languages.flatMap((language) => [
      digestLetter({ ...issue, language }),
      digestLetter({ ...issue, language, content: { upcoming: [], announced: [], news: [] } }),
      confirmationLetter({ ...issue, language }),
      editionLetter({ ...wholeEdition(language), length: 'short' }, [issue, { ...issue, city: 'Roubaix' }]),
      correctionLetter({ ...issue, language, before, after: { ...before, title: 'Autre', cancelled: true } }),
      reminderLetter({ ...issue, language, until: '2026-12-15' }),
      admissionLetter({ host: 'relais.example', minutes: 15, language }),
      plainCopy({ ...issue, language }),
    ]);
    expect({ [templateVersion]: createHash('sha256').update(JSON.stringify(letters)).digest('hex') }).toEqual({
      [templateVersion]: hashes[templateVersion],
    });
  });
});

describe('a slot', () => {
  const template = { subject: 's', html: `<a href="${slot('leave')}">`, text: slot('leave') };

  it('is filled, escaped for HTML and as it is in text', () => {
    expect(filled(template, { leave: 'https://x.example/?a=1&b="2"' })).toEqual({
      subject: 's',
      html: '<a href="https://x.example/?a=1&amp;b=&quot;2&quot;">',
      text: 'https://x.example/?a=1&b="2"',
    });
  });

  it('is never left open', () => {
    expect(() => filled(template, { preferences: 'x' })).toThrow('the letter has no «leave» to put in');
  });

  it.each(['{{leave}}', '{{{leave}}}', '{{{{leave}}}}', '{{ {{leave}} }}'])(
    'is not what somebody writes as %s',
    (text) => {
      const said = { subject: text, html: escaped(text), text: saidByOthers(text) };
      expect(filled(said, { leave: 'LINK' })).toEqual(said);
    },
  );
});

describe('what others say, in plain text', () => {
  it('is one line', () => {
    expect(saidByOthers(' a\r\n* b\u2028c\t d ')).toBe('a * b c d');
  });
});
