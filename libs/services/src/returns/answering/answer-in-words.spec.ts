import { answerInWords } from './answer-in-words.js';

describe('an answer in words', () => {
  it.each([
    [
      'yes',
      [
        'oui',
        'Oui !',
        'Oui, avec plaisir',
        'Bonjour,\n\nje viens',
        'J’y serai',
        'yes',
        'I’ll be there',
        'Ja, graag',
        'ik kom',
        'OK',
        'Je serai là.\nÀ bientôt',
      ],
    ],
    [
      'no',
      [
        'non',
        'Non merci, je ne viens pas',
        'Nee',
        'No, sorry',
        'I can’t come',
        'Ik kom niet',
        'Je ne pourrai pas venir',
        'not coming',
      ],
    ],
    ['maybe', ['peut-être', 'Peut être', 'Maybe', 'Misschien', 'je ne sais pas encore', '- peut-être bien']],
  ] as const)('is %s', (answer, said) => expect(said.map(answerInWords)).toEqual(said.map(() => answer)));

  it.each([
    ['nothing', ''],
    ['a greeting alone', 'Bonjour,'],
    ['both', 'Oui, mais non'],
    ['a doubt', 'Oui je viens peut-être'],
    ['a courtesy', 'No problem, I’ll be there'],
    ['a question', 'Oui ?'],
    ['another word that begins so', 'Ouistiti'],
    ['something else', 'Merci pour la lettre'],
    ['a long story', `Oui ${'et encore '.repeat(20)}`],
    ['an answer that stands later', 'Merci pour tout.\nOui'],
  ])('is not clear: %s', (_what, said) => expect(answerInWords(said)).toBeUndefined());
});
